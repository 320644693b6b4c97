package org.yiban.refund;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;
import org.yiban.refund.facts.StatedFact;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** The facts of a refund as people read them. */
@Component
class ShowingFacts {

    private static final Map<String, String> FLAGS = Map.of("true", "是", "false", "否");

    private final Policies policies;
    private final Regions regions;

    ShowingFacts(Policies policies, Regions regions) {
        this.policies = policies;
        this.regions = regions;
    }

    /** All facts, those on which eligibility depends first; empty until derived. */
    List<RefundView.ShownFact> of(Refund refund) {
        if (refund.facts() == null) {
            return List.of();
        }
        Set<String> shown = new HashSet<>();
        List<RefundView.ShownFact> all = new ArrayList<>();
        add(all, shown, refund.facts().eligibility(), AskingRefundTables.ELIGIBILITY, false);
        add(all, shown, refund.facts().amount(), AskingRefundTables.AMOUNT, true);
        return List.copyOf(all);
    }

    private void add(
            List<RefundView.ShownFact> all,
            Set<String> shown,
            List<StatedFact> facts,
            String family,
            boolean amountOnly) {
        Map<String, Fact> declared = new HashMap<>();
        policies.declaredFacts(family).forEach(fact -> declared.put(fact.name(), fact));
        for (StatedFact fact : facts) {
            if (shown.add(fact.name())) {
                Fact known = declared.get(fact.name());
                Map<String, String> choices = known.type() == FactType.FLAG ? FLAGS : known.choices();
                all.add(new RefundView.ShownFact(
                        fact.name(),
                        fact.label(),
                        fact.value(),
                        fact.value() == null ? null : shown(known, choices, fact.value()),
                        fact.source(),
                        fact.correctable(),
                        amountOnly,
                        known.type(),
                        choices));
            }
        }
    }

    private String shown(Fact fact, Map<String, String> choices, String value) {
        return fact.type() == FactType.REGION
                ? regions.fullName(new RegionCode(value))
                : choices.getOrDefault(value, value);
    }

    /** Names of the facts on which the next decision depends and that the record does not know. */
    static List<String> open(Refund refund) {
        return refund.facts() == null
                ? List.of()
                : refund.facts().asked().stream().map(StatedFact::name).toList();
    }
}
