package org.yiban.casework;

import java.time.OffsetDateTime;

/**
 * One thing that happened in a case.
 *
 * @param step identifier of the step, stable for machines
 * @param part which of the four eyes acted, {@code null} where nobody judged
 * @param text what happened, in Chinese
 * @param byUser user id, {@code null} for the system
 */
public record CaseEvent(String step, CasePart part, String text, String byUser, OffsetDateTime at) {}
