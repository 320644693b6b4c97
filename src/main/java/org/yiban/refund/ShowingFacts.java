package org.yiban.refund;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.policy.known.AskingForFacts;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;

/** The facts of a refund as people read them. */
@Component
class ShowingFacts {

    private final AskingForFacts facts;

    ShowingFacts(AskingForFacts facts) {
        this.facts = facts;
    }

    /** All facts, those on which eligibility depends first; empty until derived. */
    List<RefundView.RefundFact> of(Refund refund) {
        if (refund.facts() == null) {
            return List.of();
        }
        Set<String> shown = new HashSet<>();
        List<RefundView.RefundFact> all = new ArrayList<>();
        add(all, shown, refund.facts().eligibility(), AskingRefundTables.ELIGIBILITY, false);
        add(all, shown, refund.facts().amount(), AskingRefundTables.AMOUNT, true);
        return List.copyOf(all);
    }

    private void add(
            List<RefundView.RefundFact> all,
            Set<String> shown,
            List<KnownFact> ofFamily,
            String family,
            boolean amountOnly) {
        for (ShownFact fact : facts.shown(family, new KnownFacts(ofFamily))) {
            if (shown.add(fact.name())) {
                all.add(shown(fact, amountOnly));
            }
        }
    }

    private static RefundView.RefundFact shown(ShownFact fact, boolean amountOnly) {
        return new RefundView.RefundFact(
                fact.name(),
                fact.label(),
                fact.value(),
                fact.shown(),
                fact.source(),
                fact.correctable(),
                amountOnly,
                fact.type(),
                fact.choices());
    }

    /** Names of the facts on which the next decision depends and that the record does not know. */
    static List<String> open(Refund refund) {
        return refund.facts() == null
                ? List.of()
                : refund.facts().asked().stream().map(KnownFact::name).toList();
    }
}
