package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.PayingRefunds;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells that the money has arrived and closes the case. */
@Component
class ConfirmRefundDelegate extends CaseDelegate {

    private final PayingRefunds payingRefunds;

    ConfirmRefundDelegate(PayingRefunds payingRefunds) {
        this.payingRefunds = payingRefunds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        payingRefunds.confirm(CaseVariables.caseNumber(execution));
    }
}
