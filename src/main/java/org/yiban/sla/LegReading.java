package org.yiban.sla;

import java.time.LocalDate;

/**
 * How somebody's part of a case stands on a day.
 *
 * @param until the day on which the next part began or the clock stopped; {@code null} while it runs
 * @param target its own working days; the total of the case is what binds
 * @param dueOn the last of them, pauses and extensions counted in; while held, as if the clock went on on this day
 * @param daysLeft working days left; below zero when late
 * @param late whether it took longer than its target
 */
public record LegReading(
        Leg leg, LocalDate from, LocalDate until, int target, LocalDate dueOn, int daysLeft, boolean late) {}
