package org.yiban.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.policy.known.AskingForFacts;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;
import org.yiban.refund.facts.RefundFacts;

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
        Set<String> ofEligibility = names(refund.facts().eligibility());
        return named(refund.facts()).stream()
                .map(fact -> shown(fact, !ofEligibility.contains(fact.name())))
                .toList();
    }

    /** The same of derived facts, as people name them; each once. */
    List<ShownFact> named(RefundFacts derived) {
        Set<String> ofEligibility = names(derived.eligibility());
        List<ShownFact> all =
                new ArrayList<>(facts.shown(AskingRefundTables.ELIGIBILITY, new KnownFacts(derived.eligibility())));
        facts.shown(AskingRefundTables.AMOUNT, new KnownFacts(derived.amount())).stream()
                .filter(fact -> !ofEligibility.contains(fact.name()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Set<String> names(List<KnownFact> facts) {
        return facts.stream().map(KnownFact::name).collect(Collectors.toSet());
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
