package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.EndingBackpays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the case, which the applicant withdrew. */
@Component
class WithdrawBackpayDelegate extends CaseDelegate {

    private final EndingBackpays endingBackpays;

    WithdrawBackpayDelegate(EndingBackpays endingBackpays) {
        this.endingBackpays = endingBackpays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        endingBackpays.withdrawn(CaseVariables.caseNumber(execution));
    }
}
