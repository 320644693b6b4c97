package org.yiban.policy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yiban.policy.Fact;
import org.yiban.policy.Fact.Presence;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.policy.SpeakingDocument;

/**
 * What a family of decisions asks for and gives.
 *
 * @param name as the contract spells it: {@code refund-eligibility}
 * @param label what people read
 * @param speaking the documents that speak, in the order in which they are asked; {@code null} if no region and day were
 *     given
 */
record FamilyView(
        String name, String label, List<FactView> facts, List<ResultView> results, List<SpeakingDocument> speaking) {

    /**
     * A fact.
     *
     * @param choices each value and its label; empty unless it is one of several
     * @param whenEmpty what an empty fact means: refused, open (asked for where it matters), or a statement of its own
     * @param allowed what may be written, in Chinese
     */
    record FactView(
            String name, String label, FactType type, Map<String, String> choices, Presence whenEmpty, String allowed) {

        static FactView of(Fact fact) {
            return new FactView(
                    fact.name(), fact.label(), fact.type(), fact.choices(), fact.presence(), fact.allowed());
        }
    }

    /** A result. */
    record ResultView(String name, String label) {

        static ResultView of(Result result) {
            return new ResultView(result.name(), result.label());
        }
    }

    static FamilyView of(Policies policies, String family, String region, LocalDate on) {
        return new FamilyView(
                family,
                policies.label(family),
                policies.declaredFacts(family).stream().map(FactView::of).toList(),
                policies.declaredResults(family).stream().map(ResultView::of).toList(),
                region == null && on == null ? null : policies.speaking(family, region, on));
    }
}
