package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.EndingBackpays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the applicant that the decision stands. */
@Component
class UpholdBackpayDelegate extends CaseDelegate {

    private final EndingBackpays endingBackpays;

    UpholdBackpayDelegate(EndingBackpays endingBackpays) {
        this.endingBackpays = endingBackpays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        endingBackpays.uphold(CaseVariables.caseNumber(execution));
    }
}
