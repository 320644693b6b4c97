package org.yiban.workflow.clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the supervisors if the case runs out of time. */
@Component
class EscalateDeadlineDelegate extends CaseDelegate {

    private final Escalations escalations;

    EscalateDeadlineDelegate(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    protected void run(DelegateExecution execution) {
        escalations.look(CaseVariables.caseNumber(execution));
    }
}
