package org.yiban.audit;

import java.time.ZonedDateTime;

/**
 * Something that was recorded.
 *
 * @param id number of the record
 * @param at when, Beijing time
 * @param actor who
 * @param action what
 * @param personId on whom; {@code null} if on nobody in particular
 * @param caseNumber on which case; {@code null} if on none
 * @param reason why, or what exactly, in Chinese; may be {@code null}
 */
public record AuditEvent(
        long id, ZonedDateTime at, Actor actor, AuditAction action, Long personId, String caseNumber, String reason) {}
