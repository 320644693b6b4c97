package org.yiban.sla;

import java.time.OffsetDateTime;
import org.yiban.kernel.CaseNumber;

/**
 * An extension that somebody asked for and another person has to approve.
 *
 * @param workingDays by how many working days
 * @param at when it was granted, if that is recorded later; {@code null} for the moment of its approval
 * @param askedBy user id of who asked, who never approves it
 */
public record ExtensionRequest(
        long id,
        CaseNumber caseNumber,
        int workingDays,
        OffsetDateTime at,
        String reason,
        String askedBy,
        OffsetDateTime askedAt) {}
