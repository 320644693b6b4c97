package org.yiban.workflow.clock;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.ClockTimes;
import org.yiban.sla.Clocks;
import org.yiban.sla.TermedStep;
import org.yiban.workflow.CaseVariables;

/**
 * What models ask of the clock of their case, in due dates and timers: {@code ${caseClock.dueAt(execution)}}. What they are
 * told holds for the moment; whatever they wrote it into is moved when the clock moves. {@code null} while the clock has
 * not started: a timer cannot be.
 */
@Component("caseClock")
public class CaseClockDates {

    private final Clocks clocks;
    private final ClockSettings settings;
    private final FollowingClocks following;

    CaseClockDates(Clocks clocks, ClockSettings settings, FollowingClocks following) {
        this.clocks = clocks;
        this.settings = settings;
        this.following = following;
    }

    /**
     * The term of a step to which the clock does not run, in the words of models ({@code P5WD}): from the day on which the
     * step is reached.
     *
     * @param step a {@link TermedStep}
     */
    public String within(DelegateExecution execution, String step) {
        String pool = CaseVariables.POOL.from(execution);
        return "P" + settings.workingDaysOf(TermedStep.valueOf(step), pool) + "WD";
    }

    /**
     * The last second of the due day; where the clock has not started or has stopped, the term of a step to which it does
     * not run, as {@link #within}.
     */
    public Object dueAt(DelegateExecution execution) {
        boolean runs = times(execution).filter(times -> !times.stopped()).isPresent();
        return runs ? ask(execution, ClockInstant.DUE) : within(execution, TermedStep.BEFORE_CLOCK.name());
    }

    /** The first instant at which the case is at risk. */
    public Date atRiskAt(DelegateExecution execution) {
        return ask(execution, ClockInstant.AT_RISK);
    }

    /** The first instant after the due day. */
    public Date overdueAt(DelegateExecution execution) {
        return ask(execution, ClockInstant.OVERDUE);
    }

    private Date ask(DelegateExecution execution, ClockInstant instant) {
        ClockTimes times = times(execution).orElse(null);
        if (times == null) {
            return null;
        }
        if (times.held()) {
            // The timer that is about to be made must not run.
            following.follow(times);
        }
        return instant.of(times);
    }

    private Optional<ClockTimes> times(DelegateExecution execution) {
        CaseNumber number = CaseVariables.caseNumber(execution);
        return following.moved(number).or(() -> clocks.times(number));
    }
}
