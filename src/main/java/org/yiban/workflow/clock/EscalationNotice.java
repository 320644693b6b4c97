package org.yiban.workflow.clock;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yiban.kernel.CaseNumber;

/**
 * A notice to the supervisors of a pool that a case runs out of time.
 *
 * @param dueOn the due day as it stood then
 * @param settledAt when it was settled; {@code null} while its supervision is open
 * @param settledBy user id of the supervisor; {@code null} where it settled itself: the case was closed, or became overdue
 * @param settlement what was done, in the supervisor's words
 */
public record EscalationNotice(
        long id,
        CaseNumber caseNumber,
        String pool,
        Escalation kind,
        LocalDate dueOn,
        OffsetDateTime at,
        OffsetDateTime settledAt,
        String settledBy,
        String settlement) {}
