package org.yiban.benchmark;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.workflow.CaseDelegate;

/** A step that does nothing but write the variables that the step of the real process writes. */
@Component
class BareStepDelegate extends CaseDelegate {

    private static final Map<String, Map<String, Boolean>> VARIABLES = Map.of(
            "serviceTask_deriveFacts", Map.of("factsToCheck", false),
            "serviceTask_decideEligibility", Map.of("refundReferred", false, "refundIneligible", false),
            "serviceTask_calculateRefund",
                    Map.of("nothingToRefund", false, "relationEnds", false, "accountToRecover", false));

    @Override
    protected void run(DelegateExecution execution) {
        VARIABLES
                .getOrDefault(execution.getCurrentActivityId(), Map.of())
                .forEach(execution::setVariable);
    }
}
