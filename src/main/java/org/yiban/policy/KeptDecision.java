package org.yiban.policy;

import java.time.LocalDate;
import java.util.Map;

/**
 * A decision that was kept, without the case it belongs to: what those may see who own the tables and see no case.
 *
 * @param id by which it is found again
 * @param family the family asked
 * @param businessDate the date on which a rule had to be in force
 * @param tableVersion version of the file that answered; {@code null} if none did
 * @param facts what was stated, and what followed from it
 * @param results what was answered
 */
public record KeptDecision(
        long id,
        String family,
        LocalDate businessDate,
        String tableVersion,
        Map<String, Object> facts,
        Map<String, Object> results) {}
