package org.yiban.sla;

import java.time.LocalDate;

/**
 * How the clock of a case stands on a day.
 *
 * @param acceptedOn the acceptance day, which is not counted
 * @param target working days that the case may take, without extensions
 * @param extended working days by which it was extended
 * @param dueOn the due day; while held, as if the clock went on on this day
 * @param provisional counting goes through a year whose notice is not loaded
 * @param heldSince the day on which the pause began that holds the clock; {@code null} if it runs or has stopped
 * @param daysUsed working days that count so far
 * @param daysLeft working days left; below zero when overdue. Used and left are always target and extensions
 * @param stoppedOn {@code null} while the case is open
 * @param leg the leg that runs, or ran last; {@code null} if the case has none
 */
public record ClockReading(
        ClockState state,
        LocalDate acceptedOn,
        int target,
        int extended,
        TargetNature nature,
        LocalDate dueOn,
        boolean provisional,
        LocalDate heldSince,
        int daysUsed,
        int daysLeft,
        LocalDate stoppedOn,
        LegReading leg) {

    /** Whether the due day went by before the case was finished. */
    public boolean overdue() {
        return state.overdue();
    }
}
