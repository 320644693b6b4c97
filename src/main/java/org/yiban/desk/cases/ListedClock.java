package org.yiban.desk.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.sla.ClockState;
import org.yiban.sla.Term;

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
        LocalDate stoppedOn = row.getObject("stopped_on", LocalDate.class);
        LocalDate day = stoppedOn == null ? today : stoppedOn;
        Term term = Term.stored(calendar, dueOn, row.getObject("held_since", LocalDate.class));
        LocalDate expected = term.dueOnIfReleased(day);
        boolean provisional = row.getBoolean("provisional") || !calendar.announced(expected.getYear());
        return new ListedClock(state, expected, provisional, term.left(day));
    }

    boolean overdue() {
        return state.overdue();
    }
}
