package org.yiban.cockpit.tasks;

import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockReading;
import org.yiban.sla.ClockState;

/** How the clock of a task's case stands now, as much as a card of Tasklist shows. */
record TaskCard(
        String taskId,
        CaseNumber caseNumber,
        ClockState state,
        String stateTitle,
        LocalDate dueOn,
        int daysLeft,
        boolean provisional,
        String legTitle) {

    static TaskCard of(String taskId, CaseNumber number, ClockReading reading) {
        return new TaskCard(
                taskId,
                number,
                reading.state(),
                reading.state().title(),
                reading.dueOn(),
                reading.daysLeft(),
                reading.provisional(),
                reading.leg() == null ? null : reading.leg().leg().title());
    }
}
