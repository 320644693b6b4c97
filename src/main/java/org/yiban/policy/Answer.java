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

    public Outcome outcome() {
        return Outcome.valueOf((String) results().get(Family.OUTCOME));
    }

    /** The provisions that decide; empty with REFER and where no document speaks. */
    public List<ProvisionReference> basis() {
        return ProvisionReference.parseList((String) results().get(Family.BASIS));
    }
}
