package org.yiban.transfer.balance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.balance.BalanceModel;
import org.yiban.transfer.balance.MovingBalances;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Holds what arrived against what was stated. */
@Component
class MatchBalanceDelegate extends CaseDelegate {

    private final MovingBalances movingBalances;

    MatchBalanceDelegate(MovingBalances movingBalances) {
        this.movingBalances = movingBalances;
    }

    @Override
    protected void run(DelegateExecution execution) {
        BalanceModel.MATCHES.set(execution, movingBalances.matches(CaseVariables.caseNumber(execution)));
    }
}
