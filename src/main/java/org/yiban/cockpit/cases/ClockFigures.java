package org.yiban.cockpit.cases;

import java.time.LocalDate;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.cockpit.DaysLeft;
import org.yiban.cockpit.cases.ListedCase.StoredClock;

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
        LocalDate dueOn = due(clock.dueOn(), clock.heldSince(), calendar, end);
        int left = left(clock.dueOn(), clock.heldSince(), calendar, end);
        LocalDate legDueOn = clock.legDueOn();
        return new ClockFigures(
                dueOn,
                dueOn.equals(clock.dueOn()) ? clock.provisional() : goesThroughUnannouncedYear(clock, calendar, dueOn),
                clock.workingDays() - left,
                left,
                legDueOn == null ? null : due(legDueOn, clock.heldSince(), calendar, end),
                legDueOn == null ? null : left(legDueOn, clock.heldSince(), calendar, end));
    }

    private static int left(LocalDate dueOn, LocalDate heldSince, WorkingCalendar calendar, LocalDate end) {
        return DaysLeft.until(dueOn, calendar, held(dueOn, heldSince) ? heldSince : end);
    }

    private static LocalDate due(LocalDate dueOn, LocalDate heldSince, WorkingCalendar calendar, LocalDate end) {
        int held = held(dueOn, heldSince) ? calendar.workingDaysBetween(heldSince, end) : 0;
        return held == 0 ? dueOn : calendar.addWorkingDays(dueOn, held).date();
    }

    /** A due day that had ended when the pause began stays where it is. */
    private static boolean held(LocalDate dueOn, LocalDate heldSince) {
        return heldSince != null && !heldSince.isAfter(dueOn);
    }

    private static boolean goesThroughUnannouncedYear(StoredClock clock, WorkingCalendar calendar, LocalDate dueOn) {
        for (int year = clock.acceptedOn().plusDays(1).getYear(); year <= dueOn.getYear(); year++) {
            if (!calendar.announced(year)) {
                return true;
            }
        }
        return false;
    }
}
