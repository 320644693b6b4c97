package org.yiban.sla;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiban.calendar.WorkingCalendar;

/**
 * The clock of a case, derived from its events and a calendar. The acceptance day is not counted; the last working day is
 * the due day, to its end. A pause that begins before the due day has ended moves the due day by the working days after the
 * pause began and up to the day on which it ended; an extension moves it by its working days. Immutable.
 */
public final class Clock {

    private final WorkingCalendar calendar;
    private final ClockRun run;

    private Clock(WorkingCalendar calendar, ClockRun run) {
        this.calendar = calendar;
        this.run = run;
    }

    /**
     * Derives the clock from all its events, in whichever order they are given.
     *
     * @throws org.yiban.kernel.ProblemException CONFLICT if one of them cannot be where it is: an event before the start, a pause of a paused
     *     clock, a resumption without pause, anything after the end
     */
    public static Clock of(List<? extends ClockEvent> events, WorkingCalendar calendar) {
        ClockRun run = new ClockRun(calendar);
        events.stream().sorted(ClockEvent.BY_EFFECT).forEachOrdered(run::apply);
        run.requireStarted();
        return new Clock(calendar, run);
    }

    /** The acceptance day, or the day on which the clock began anew. */
    public LocalDate acceptedOn() {
        return run.acceptedOn;
    }

    /** How many working days the case may take, without extensions. */
    public int target() {
        return run.target;
    }

    /** What stands behind the target. */
    public TargetNature nature() {
        return run.nature;
    }

    /** By how many working days it was extended. */
    public int extended() {
        return run.extensions.stream().mapToInt(Integer::intValue).sum();
    }

    /** How many times it was extended. */
    public int extensions() {
        return run.extensions.size();
    }

    /** The due day. While the clock is held: as it stood when the pause began. */
    public LocalDate dueOn() {
        return run.term.dueOn();
    }

    /** The due day if a clock that is held went on on a day; the due day otherwise. */
    public LocalDate dueOnIfResumed(LocalDate day) {
        return run.term.dueOnIfReleased(day);
    }

    /** The day on which the pause began that holds the clock now. */
    public Optional<LocalDate> heldSince() {
        return Optional.ofNullable(run.term.heldSince());
    }

    /** The pause that has not ended. A pause that began after the due day had ended holds nothing. */
    public Optional<Pause> pause() {
        return run.pauses.isEmpty()
                ? Optional.empty()
                : Optional.of(run.pauses.get(run.pauses.size() - 1)).filter(pause -> pause.until() == null);
    }

    /** All pauses since the clock began (anew). */
    public List<Pause> pauses() {
        return List.copyOf(run.pauses);
    }

    /** All legs since the clock began (anew), as they stand on a day; the last one runs while the clock does. */
    public List<LegReading> legs(LocalDate today) {
        return run.legs.stream().map(leg -> leg.read(today)).toList();
    }

    /** Whose part runs, or ran when the clock stopped. */
    public Optional<Leg> leg() {
        return run.legs.isEmpty()
                ? Optional.empty()
                : Optional.of(run.legs.get(run.legs.size() - 1).leg());
    }

    /** Whether the due day has ended before a day, and nothing holds the clock. */
    public boolean passedBefore(LocalDate day) {
        return run.term.passedBefore(day);
    }

    /** The day on which the clock stopped. */
    public Optional<LocalDate> stoppedOn() {
        return Optional.ofNullable(run.stoppedOn);
    }

    /** Whether it stopped on the due day or before; {@code false} while it has not stopped. */
    public boolean met() {
        return run.stoppedOn != null && !run.stoppedOn.isAfter(dueOn());
    }

    /** Whether counting up to a day goes through a year whose notice is not loaded. */
    public boolean provisionalUntil(LocalDate day) {
        return Term.provisional(calendar, acceptedOn(), day);
    }

    /** The first day on which no more than so many working days are left; not before the acceptance day. */
    public LocalDate atRiskOn(int workingDaysLeft) {
        LocalDate day = dueOn();
        for (int left = 0; left < workingDaysLeft && day.isAfter(acceptedOn()); left++) {
            do {
                day = day.minusDays(1);
            } while (!calendar.isWorkingDay(day) && day.isAfter(acceptedOn()));
        }
        return day;
    }

    /**
     * How the clock stands on a day.
     *
     * @param today not before the last event
     * @param atRiskDays with how many working days left it is at risk
     */
    public ClockReading read(LocalDate today, int atRiskDays) {
        LocalDate end = run.stoppedOn == null ? today : run.stoppedOn;
        LocalDate due = dueOnIfResumed(end);
        List<LegReading> legs = legs(end);
        return new ClockReading(
                state(today, atRiskDays),
                acceptedOn(),
                target(),
                extended(),
                nature(),
                due,
                provisionalUntil(due),
                run.term.heldSince(),
                run.usedUntil(end),
                run.term.left(end),
                run.stoppedOn,
                legs.isEmpty() ? null : legs.get(legs.size() - 1));
    }

    private ClockState state(LocalDate today, int atRiskDays) {
        if (run.stoppedOn != null) {
            return met() ? ClockState.MET : ClockState.MISSED;
        }
        if (run.term.held()) {
            return ClockState.PAUSED;
        }
        if (passedBefore(today)) {
            return ClockState.OVERDUE;
        }
        return today.isBefore(atRiskOn(atRiskDays)) ? ClockState.ON_TRACK : ClockState.AT_RISK;
    }

    /**
     * A time in which the clock was paused.
     *
     * @param until the day on which it went on; {@code null} if it has not
     * @param holds whether the pause moves the due day: it began before the due day had ended
     * @param workingDays the working days that do not count because of it; 0 while it has not ended
     */
    public record Pause(LocalDate from, LocalDate until, PauseReason reason, boolean holds, int workingDays) {}
}
