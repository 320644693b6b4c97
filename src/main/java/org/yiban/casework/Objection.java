package org.yiban.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * An objection against a decision (异议).
 *
 * @param filedOn the day on which it reached the agency
 * @param grounds what the applicant says
 * @param stateBefore how the case was closed
 * @param outcomeBefore what the case file said of it
 * @param reopened whether it was decided again; {@code null} until decided
 * @param reason why, as who decided it wrote; {@code null} until decided
 * @param decidedBy {@code null} until decided, and where nobody had to: it was withdrawn, or the person died
 */
public record Objection(
        long id,
        LocalDate filedOn,
        String grounds,
        String filedBy,
        OffsetDateTime filedAt,
        CaseState stateBefore,
        String outcomeBefore,
        Boolean reopened,
        String reason,
        String decidedBy,
        OffsetDateTime decidedAt) {}
