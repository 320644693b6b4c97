package org.yiban.policy.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A question that was asked before, and what came of it.
 *
 * @param id by which people find it again: number of a kept decision, name of a case
 * @param family the family asked
 * @param facts the facts as they were stated
 * @param results what was answered, by the names of the contract
 */
public record AnsweredQuestion(String id, String family, Map<String, String> facts, Map<String, Object> results) {

    public AnsweredQuestion {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }
}
