package org.yiban.person;

import java.time.LocalDate;

/**
 * A relation, or its benefits, that stands still without having ended (暂停).
 *
 * @param reference what it is for, as the number of a case
 * @param from first day
 * @param reason why, in Chinese
 * @param until last day; {@code null} while it lasts
 * @param endReason why it ended, in Chinese; {@code null} while it lasts
 */
public record Suspension(
        long enrolmentId,
        SuspensionKind kind,
        String reference,
        LocalDate from,
        String reason,
        LocalDate until,
        String endReason) {

    /** Whether it has not ended. */
    public boolean open() {
        return until == null;
    }

    /** Whether it stands on a day. */
    public boolean standsOn(LocalDate day) {
        return !day.isBefore(from) && (open() || !day.isAfter(until));
    }
}
