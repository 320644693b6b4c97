package org.yiban.refund;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.policy.Answer;
import org.yiban.policy.Outcome;
import org.yiban.policy.known.KnownFact;
import org.yiban.refund.facts.DerivingFacts;
import org.yiban.refund.facts.RefundClaim;
import org.yiban.refund.facts.RefundFacts;

/** Says what the tables would say of applications that can be registered. Writes nothing. */
@Component
@Transactional(readOnly = true)
public class PreviewingRefunds {

    private final DerivingFacts deriving;
    private final AskingRefundTables tables;

    PreviewingRefunds(DerivingFacts deriving, AskingRefundTables tables) {
        this.deriving = deriving;
        this.tables = tables;
    }

    /** What would come of one application. */
    public RefundPreview preview(CheckedRefund checked) {
        return preview(List.of(checked)).get(0);
    }

    /**
     * What would come of applications, in their order; the record is asked once for all of them.
     *
     * @param checked without violations
     */
    public List<RefundPreview> preview(List<CheckedRefund> checked) {
        List<RefundClaim> claims = checked.stream().map(CheckedRefund::claim).toList();
        List<RefundFacts> facts = deriving.derive(claims);
        return IntStream.range(0, claims.size())
                .mapToObj(i -> of(claims.get(i), facts.get(i)))
                .toList();
    }

    /** The same of facts that are derived already. */
    RefundPreview of(RefundClaim claim, RefundFacts facts) {
        List<String> open = names(facts.eligibility());
        if (!open.isEmpty()) {
            return new RefundPreview(null, null, null, null, List.of(), open);
        }
        Answer eligibility = tables.eligibility(facts);
        if (eligibility.outcome() != Outcome.ELIGIBLE) {
            return new RefundPreview(eligibility.outcome(), null, null, null, eligibility.basis(), List.of());
        }
        RefundRuling ruling = AskingRefundTables.uncounted(eligibility.results());
        RefundFacts scoped = deriving.forScope(claim, facts, ruling.scope());
        RefundRuling counted = scoped.asked().isEmpty()
                ? AskingRefundTables.counted(ruling, tables.amount(scoped, ruling.scope()))
                : ruling;
        return new RefundPreview(
                Outcome.ELIGIBLE,
                counted.scope(),
                counted.amount(),
                counted.clawback(),
                eligibility.basis(),
                names(scoped.amount()));
    }

    private static List<String> names(List<KnownFact> facts) {
        return facts.stream().filter(KnownFact::asked).map(KnownFact::name).toList();
    }
}
