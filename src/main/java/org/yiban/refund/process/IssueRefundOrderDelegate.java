package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.PayingRefunds;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Orders the payment. */
@Component
class IssueRefundOrderDelegate extends CaseDelegate {

    private final PayingRefunds payingRefunds;

    IssueRefundOrderDelegate(PayingRefunds payingRefunds) {
        this.payingRefunds = payingRefunds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        payingRefunds.issueOrder(CaseVariables.caseNumber(execution));
    }
}
