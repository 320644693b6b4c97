package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.PayingRefunds;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the enrolment. */
@Component
class EndRefundedRelationDelegate extends CaseDelegate {

    private final PayingRefunds payingRefunds;

    EndRefundedRelationDelegate(PayingRefunds payingRefunds) {
        this.payingRefunds = payingRefunds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        payingRefunds.endRelation(CaseVariables.caseNumber(execution));
    }
}
