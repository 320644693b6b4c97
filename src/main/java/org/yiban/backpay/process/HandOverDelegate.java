package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.EndingBackpays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Hands the person over to the resident scheme. */
@Component
class HandOverDelegate extends CaseDelegate {

    private final EndingBackpays endingBackpays;

    HandOverDelegate(EndingBackpays endingBackpays) {
        this.endingBackpays = endingBackpays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        endingBackpays.handOver(CaseVariables.caseNumber(execution));
    }
}
