package org.yiban.transfer.balance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.balance.MovingBalances;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Credits what arrived to the personal account. */
@Component
class CreditBalanceDelegate extends CaseDelegate {

    private final MovingBalances movingBalances;

    CreditBalanceDelegate(MovingBalances movingBalances) {
        this.movingBalances = movingBalances;
    }

    @Override
    protected void run(DelegateExecution execution) {
        movingBalances.credit(CaseVariables.caseNumber(execution));
    }
}
