package org.yiban.cockpit.cases;

import java.time.LocalDate;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.cockpit.cases.ListedCase.StoredClock;
import org.yiban.sla.Term;

/**
 * What depends on the day on which one looks: counted from the stored row, as {@code sla} counts it from the events.
 *
 * @param dueOn while held, as if the clock went on today
 * @param daysLeft working days left; below zero when overdue
 * @param legDueOn {@code null} if no leg runs
 * @param legDaysLeft {@code null} if no leg runs
 */
record ClockFigures(
        LocalDate dueOn, boolean provisional, int daysUsed, int daysLeft, LocalDate legDueOn, Integer legDaysLeft) {

    static ClockFigures of(StoredClock clock, WorkingCalendar calendar, LocalDate today) {
        LocalDate end = clock.stoppedOn() == null ? today : clock.stoppedOn();
        Term term = Term.stored(calendar, clock.dueOn(), clock.heldSince());
        LocalDate dueOn = term.dueOnIfReleased(end);
        Term leg = clock.legDueOn() == null ? null : Term.stored(calendar, clock.legDueOn(), clock.heldSince());
        return new ClockFigures(
                dueOn,
                dueOn.equals(clock.dueOn())
                        ? clock.provisional()
                        : Term.provisional(calendar, clock.acceptedOn(), dueOn),
                clock.workingDays() - term.left(end),
                term.left(end),
                leg == null ? null : leg.dueOnIfReleased(end),
                leg == null ? null : leg.left(end));
    }
}
