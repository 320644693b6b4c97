package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.ClosingRefunds;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells that the decision stands and closes the case as it was. */
@Component
class UpholdRefundDecisionDelegate extends CaseDelegate {

    private final ClosingRefunds closingRefunds;

    UpholdRefundDecisionDelegate(ClosingRefunds closingRefunds) {
        this.closingRefunds = closingRefunds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingRefunds.uphold(CaseVariables.caseNumber(execution));
    }
}
