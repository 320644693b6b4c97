package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.EndingBackpays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Begins a plan of monthly contributions beside the case. */
@Component
class StartPlanDelegate extends CaseDelegate {

    private final EndingBackpays endingBackpays;

    StartPlanDelegate(EndingBackpays endingBackpays) {
        this.endingBackpays = endingBackpays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        endingBackpays.startPlan(CaseVariables.caseNumber(execution));
    }
}
