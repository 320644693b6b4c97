package org.yiban.desk.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.sla.ClockState;

/**
 * The clock of a case in a list, on the day on which one looks: {@code case_clock} keeps what does not depend on that day.
 *
 * @param dueOn while held, as if the clock went on today
 * @param daysLeft working days; below zero when overdue, or when it ended too late
 */
record ListedClock(ClockState state, LocalDate dueOn, boolean provisional, int daysLeft) {

    static ListedClock of(ResultSet row, WorkingCalendar calendar, LocalDate today) throws SQLException {
        ClockState state = ClockState.valueOf(row.getString("clock_state"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        boolean provisional = row.getBoolean("provisional");
        if (state == ClockState.PAUSED) {
            int held = calendar.workingDaysBetween(row.getObject("held_since", LocalDate.class), today);
            LocalDate moved =
                    held == 0 ? dueOn : calendar.addWorkingDays(dueOn, held).date();
            return new ListedClock(
                    state, moved, provisional || !calendar.announced(moved.getYear()), row.getInt("left_when_held"));
        }
        LocalDate stoppedOn = row.getObject("stopped_on", LocalDate.class);
        LocalDate day = stoppedOn == null ? today : stoppedOn;
        int left =
                day.isAfter(dueOn) ? -calendar.workingDaysBetween(dueOn, day) : calendar.workingDaysBetween(day, dueOn);
        return new ListedClock(state, dueOn, provisional, left);
    }

    boolean overdue() {
        return state == ClockState.OVERDUE || state == ClockState.MISSED;
    }
}
