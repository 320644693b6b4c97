package org.yiban.policy;

import java.util.List;
import java.util.Map;
import org.yiban.kernel.ProvisionReference;

/**
 * The answer of a family of decisions, by the names of the contract.
 *
 * @param explanation how it came about, results included
 */
public record Answer(Explanation explanation) {

    /** All results that are stated, as the contract names and writes them. */
    public Map<String, Object> results() {
        return explanation.results();
    }

    /**
     * What it comes to; {@code null} for a family that only counts.
     *
     * @throws IllegalArgumentException if it comes in parts, as {@code deemed-service} may: see {@link #results()}
     */
    public Outcome outcome() {
        String outcome = (String) results().get(Result.OUTCOME);
        return outcome == null ? null : Outcome.valueOf(outcome);
    }

    /** Whether a person has to decide, in whole or, where it comes in parts, in one of them. */
    public boolean leftToPerson() {
        Object outcome = results().get(Result.OUTCOME);
        return outcome != null && List.of(outcome.toString().split(";")).contains(Outcome.REFER.name());
    }

    /** The provisions that decide; empty with most REFERs and where no document speaks. */
    public List<ProvisionReference> basis() {
        return ProvisionReference.parseList((String) results().get(Result.BASIS));
    }
}
