package org.yiban.sla;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.yiban.kernel.BusinessTime;

/**
 * Until when a case is due.
 *
 * @param acceptedOn the acceptance day, which is not counted
 * @param workingDays how many working days the case may take
 * @param dueOn the last of them; the deadline passes when this day has ended, Beijing time
 * @param provisional the State Council's notice for the year of {@code dueOn} is not yet known
 * @param passed the deadline went by while the case was open
 */
public record Deadline(LocalDate acceptedOn, int workingDays, LocalDate dueOn, boolean provisional, boolean passed) {

    /** The first instant at which the case is overdue. */
    public ZonedDateTime passesAt() {
        return BusinessTime.endOf(dueOn);
    }
}
