package org.yiban.transfer;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What the other agency is said to have done, where it sent no message.
 *
 * @param completedOn when it completed the transfer; {@code null} if it ended it without
 * @param reason how that is known
 * @param recordedBy user id of the supervisor who recorded it
 * @param decidedBy user id of the second person; {@code null} while it is open, and where the case ended otherwise meanwhile
 * @param confirmed {@code null} while it is open
 * @param answer the second person's words; {@code null} if there are none
 */
public record OtherSideStatement(
        long id,
        LocalDate completedOn,
        String reason,
        String recordedBy,
        OffsetDateTime recordedAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        Boolean confirmed,
        String answer) {

    boolean open() {
        return confirmed == null;
    }

    /** In Chinese, what it says. */
    String text() {
        return completedOn == null ? "转入地已结束办理，没有转入" : "转入地已于 " + completedOn + " 办结";
    }
}
