package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.sla.ClockTimes;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Gives the process the case's deadline, for the due dates of its tasks and its timer. */
@Component
class ApplyDeadlineDelegate extends CaseDelegate {

    private final Clocks clocks;

    ApplyDeadlineDelegate(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    protected void run(DelegateExecution execution) {
        ClockTimes times = clocks.times(CaseVariables.caseNumber(execution)).orElseThrow();
        execution.setVariables(CaseVariables.deadline(times.overdueAt()));
    }
}
