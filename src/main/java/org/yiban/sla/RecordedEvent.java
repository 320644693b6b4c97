package org.yiban.sla;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * An event as it is on record.
 *
 * @param note why, in Chinese; {@code null} where the process itself recorded it
 * @param basis the provisions or documents it rests on; {@code null} if none
 * @param byUser user id of who recorded it, {@code null} for the system
 * @param approvedBy user id of who approved an extension that somebody else asked for; {@code null} otherwise
 */
public record RecordedEvent(
        long id,
        ClockEvent event,
        String note,
        String basis,
        String byUser,
        String approvedBy,
        OffsetDateTime recordedAt) {

    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** Whether a person recorded it after it had taken effect. */
    public boolean retroactive() {
        return byUser != null && event.at().plus(AT_ONCE).isBefore(recordedAt);
    }
}
