package org.yiban.workflow.clock;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.sla.ClockSettings;

/** When supervisors look again at a case that is still open: on the day they name, else after what their agency set. */
@Component
class NextLooks {

    private final ClockSettings settings;
    private final WorkingCalendars calendars;
    private final BusinessTime time;

    NextLooks(ClockSettings settings, WorkingCalendars calendars, BusinessTime time) {
        this.settings = settings;
        this.calendars = calendars;
        this.time = time;
    }

    /** The day that the agency's setting gives. */
    LocalDate usual(String pool) {
        return after(pool, settings.followUp(pool).workingDays());
    }

    /**
     * The day that a supervisor named.
     *
     * @param day {@code null} for the usual one
     * @throws ProblemException INVALID_INPUT if it is not after today, or later than the agency allows
     */
    LocalDate named(String pool, LocalDate day) {
        if (day == null) {
            return usual(pool);
        }
        LocalDate last = after(pool, settings.followUp(pool).longest());
        if (!day.isAfter(time.today()) || day.isAfter(last)) {
            throw ProblemException.invalid("lookAgainOn", day.toString(), "应在明天与 " + last + " 之间");
        }
        return day;
    }

    /** When it is put before the supervisors again on a day. */
    static ZonedDateTime at(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE);
    }

    private LocalDate after(String pool, int workingDays) {
        return calendars.of(pool).addWorkingDays(time.today(), workingDays).date();
    }
}
