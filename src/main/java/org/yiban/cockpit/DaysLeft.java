package org.yiban.cockpit;

import java.time.LocalDate;
import org.yiban.calendar.WorkingCalendar;

/** Working days left until a due day. */
public final class DaysLeft {

    private DaysLeft() {}

    /** Those after a day and up to the due day; below zero, those after the due day and up to the day. */
    public static int until(LocalDate dueOn, WorkingCalendar calendar, LocalDate day) {
        return day.isAfter(dueOn) ? -calendar.workingDaysBetween(dueOn, day) : calendar.workingDaysBetween(day, dueOn);
    }
}
