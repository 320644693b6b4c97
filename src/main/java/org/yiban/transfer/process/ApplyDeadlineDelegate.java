package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.sla.Deadline;
import org.yiban.sla.Deadlines;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Gives the process the case's deadline, for the due dates of its tasks and its timer. */
@Component
class ApplyDeadlineDelegate extends CaseDelegate {

    private final Deadlines deadlines;

    ApplyDeadlineDelegate(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Deadline deadline = deadlines.of(CaseVariables.caseNumber(execution)).orElseThrow();
        execution.setVariables(CaseVariables.deadline(deadline.passesAt()));
    }
}
