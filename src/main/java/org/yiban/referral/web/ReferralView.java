package org.yiban.referral.web;

import java.util.List;
import java.util.Map;
import org.yiban.policy.Explanation;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.explain.ExplainedDecision;

/**
 * What a senior reads and is asked for.
 *
 * @param familyLabel what is to be decided
 * @param words what the tables came to, and why a person decides
 * @param explanation the same as data
 * @param results what may be stated
 * @param needed for each outcome the results that must be stated with it; empty for a family without outcome
 */
record ReferralView(
        String caseNumber,
        String poolName,
        String family,
        String familyLabel,
        ExplainedDecision words,
        Explanation explanation,
        List<AskedResult> results,
        Map<String, List<String>> needed) {

    /**
     * A result to state.
     *
     * @param choices each value and what people read; empty unless it is one of several
     * @param allowed what may be written, in Chinese
     */
    record AskedResult(String name, String label, FactType type, Map<String, String> choices, String allowed) {

        static AskedResult of(Fact fact) {
            return new AskedResult(fact.name(), fact.label(), fact.type(), fact.choices(), fact.allowed());
        }
    }
}
