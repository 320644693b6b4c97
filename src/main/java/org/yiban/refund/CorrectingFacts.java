package org.yiban.refund;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Violations;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.ShownFact;
import org.yiban.refund.facts.DerivingFacts;
import org.yiban.refund.facts.RefundClaim;
import org.yiban.refund.facts.RefundFacts;

/**
 * Corrects the facts of a refund, each with a reason. Refusals name a fact as {@code facts.name} and the reason for its
 * correction as {@code reason.name}.
 */
@Component
class CorrectingFacts {

    private static final String FACTS = "facts.";
    private static final String REASON = "reason.";

    private final DerivingFacts deriving;
    private final ShowingFacts showing;

    CorrectingFacts(DerivingFacts deriving, ShowingFacts showing) {
        this.deriving = deriving;
        this.showing = showing;
    }

    /**
     * The facts as people know them, complete for the next decision.
     *
     * @throws ProblemException naming every correction that cannot be, and every fact that still has to be stated
     */
    RefundFacts correct(RefundClaim claim, RefundFacts facts, List<Correction> corrections) {
        return renamed(() -> complete(deriving.consider(claim, corrected(facts, corrections))));
    }

    /**
     * The same once eligibility is decided: only the amount depends on them any more.
     *
     * @param scope which part of the payment is given back, as it was decided
     */
    RefundFacts correctAmount(RefundClaim claim, RefundFacts facts, List<Correction> corrections, String scope) {
        Set<String> decided = facts.eligibility().stream().map(KnownFact::name).collect(Collectors.toSet());
        Violations violations = new Violations();
        given(corrections).stream()
                .filter(correction -> decided.contains(correction.name()))
                .forEach(
                        correction -> violations.add(correction.name(), correction.value(), "能否退费已经按它决定；要更正的，请退回核对事实"));
        return renamed(() -> {
            violations.throwIfAny();
            return complete(deriving.forScope(claim, corrected(facts, corrections), scope));
        });
    }

    /** What was corrected or stated, as the history of a case says it; empty if nothing was. */
    String said(Refund before, Refund after, List<Correction> corrections) {
        return ShownFact.said(showing.named(before.facts()), showing.named(after.facts()), corrections);
    }

    private RefundFacts corrected(RefundFacts facts, List<Correction> corrections) {
        return facts.corrected(given(corrections), showing.named(facts));
    }

    private static List<Correction> given(List<Correction> corrections) {
        return corrections == null ? List.of() : corrections;
    }

    private static RefundFacts complete(RefundFacts facts) {
        Violations violations = new Violations();
        facts.asked().forEach(fact -> violations.add(fact.name(), null, "结论取决于“" + fact.label() + "”，登记中没有；请填写并写明出处"));
        violations.throwIfAny();
        return facts;
    }

    private static RefundFacts renamed(Violations.Check<RefundFacts> correction) {
        try {
            return correction.run();
        } catch (ProblemException refusal) {
            throw ProblemException.invalid(
                    refusal.violations().stream().map(CorrectingFacts::renamed).toList());
        }
    }

    private static Violation renamed(Violation violation) {
        String field = violation.field();
        return field.startsWith(REASON) || field.startsWith(FACTS)
                ? violation
                : new Violation(FACTS + field, violation.value(), violation.message());
    }
}
