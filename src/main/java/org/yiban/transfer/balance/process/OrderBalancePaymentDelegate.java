package org.yiban.transfer.balance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.balance.BalanceModel;
import org.yiban.transfer.balance.MovingBalances;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Orders the payment to the other pool, if its account is set. */
@Component
class OrderBalancePaymentDelegate extends CaseDelegate {

    private final MovingBalances movingBalances;

    OrderBalancePaymentDelegate(MovingBalances movingBalances) {
        this.movingBalances = movingBalances;
    }

    @Override
    protected void run(DelegateExecution execution) {
        BalanceModel.ACCOUNT_KNOWN.set(execution, movingBalances.orderPayment(CaseVariables.caseNumber(execution)));
    }
}
