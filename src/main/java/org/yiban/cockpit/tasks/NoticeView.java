package org.yiban.cockpit.tasks;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.workflow.clock.Escalation;
import org.yiban.workflow.clock.EscalationNotice;

/**
 * A notice that a case runs out of time.
 *
 * @param settledByName who settled it; {@code null} where it settled itself or is open
 */
record NoticeView(
        long id,
        CaseNumber caseNumber,
        String pool,
        Escalation kind,
        String kindTitle,
        OffsetDateTime at,
        LocalDate dueOn,
        boolean settled,
        OffsetDateTime settledAt,
        String settledBy,
        String settledByName,
        String settlement) {

    static NoticeView of(EscalationNotice notice, String settledByName) {
        return new NoticeView(
                notice.id(),
                notice.caseNumber(),
                notice.pool(),
                notice.kind(),
                notice.kind().title(),
                notice.at(),
                notice.dueOn(),
                notice.settledAt() != null,
                notice.settledAt(),
                notice.settledBy(),
                settledByName,
                notice.settlement());
    }
}
