package org.yiban.workflow.clock;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockTimes;

/** A process of a case, and how the clock of the case stands. */
record ClockedInstance(String id, ClockTimes times, ClockedModel model) {

    CaseNumber caseNumber() {
        return times.caseNumber();
    }

    /** Lets a timer ring when the clock says, and not while it is held; whether that was to be written. */
    boolean align(TimerEntity timer) {
        ClockInstant instant = model.timers().get(timer.getActivityId());
        if (instant == null) {
            return false;
        }
        if (times.stopped()) {
            timer.delete();
            return true;
        }
        SuspensionState state = times.held() ? SuspensionState.SUSPENDED : SuspensionState.ACTIVE;
        Date rings = instant.of(times);
        if (same(rings, timer.getDuedate()) && timer.getSuspensionState() == state.getStateCode()) {
            return false;
        }
        timer.setDuedate(rings);
        timer.setSuspensionState(state.getStateCode());
        return true;
    }

    /** Makes a task due when its case is, as long as the clock runs; whether that was to be written. */
    boolean align(TaskEntity task) {
        ClockInstant instant = model.tasks().get(task.getTaskDefinitionKey());
        if (instant == null || times.stopped()) {
            return false;
        }
        Date due = instant.of(times);
        if (same(due, task.getDueDate())) {
            return false;
        }
        task.setDueDate(due);
        task.triggerUpdateEvent();
        return true;
    }

    /** The events that wait for the clock in the model and have none of these timers. */
    List<String> timersBesides(Collection<String> running) {
        return times.stopped()
                ? List.of()
                : model.timers().keySet().stream()
                        .filter(event -> !running.contains(event))
                        .toList();
    }

    /** What comes from the database is a date of another class. */
    private static boolean same(Date one, Date other) {
        return one == null ? other == null : other != null && one.getTime() == other.getTime();
    }
}
