package org.yiban.refund.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;

/**
 * The facts of a claim, as the families {@code refund-eligibility} and {@code refund-amount} ask for them.
 *
 * @param eligibility those that decide whether it is given back
 * @param amount those that decide how much; which part is given back is not among them
 */
public record RefundFacts(List<KnownFact> eligibility, List<KnownFact> amount) {

    private static final String REFUND_SCOPE = "refundScope";

    public RefundFacts {
        eligibility = List.copyOf(eligibility);
        amount = List.copyOf(amount);
    }

    /** The question to {@code refund-eligibility}. */
    public Map<String, String> eligibilityQuestion() {
        return new KnownFacts(eligibility).question();
    }

    /**
     * The question to {@code refund-amount}.
     *
     * @param refundScope which part of the payment is given back, as {@code refund-eligibility} or a senior decided
     */
    public Map<String, String> amountQuestion(String refundScope) {
        Map<String, String> question = new KnownFacts(amount).question();
        question.put(REFUND_SCOPE, refundScope);
        return question;
    }

    /** The facts that a clerk has to state, because the record does not and the answer depends on them. */
    public List<KnownFact> asked() {
        return all(KnownFact::asked);
    }

    /** What clerks have stated. */
    public List<KnownFact> corrected() {
        return all(KnownFact::corrected);
    }

    /**
     * The same facts with what a clerk knows better. Whether a value is one is for whoever asks the tables with it: see
     * {@link DerivingFacts#consider}.
     *
     * @param shown these facts as people read them
     * @throws ProblemException naming as {@code facts.NAME} or {@code reason.NAME} each fact that is not among these, may not
     *     be corrected, or has no reason
     */
    public RefundFacts corrected(List<Correction> corrections, List<ShownFact> shown) {
        Map<String, KnownFact> byName = new LinkedHashMap<>();
        all(fact -> true).forEach(fact -> byName.putIfAbsent(fact.name(), fact));
        new KnownFacts(List.copyOf(byName.values()))
                .corrected(corrections, shown)
                .all()
                .forEach(fact -> byName.put(fact.name(), fact));
        return new RefundFacts(replaced(eligibility, byName), replaced(amount, byName));
    }

    private List<KnownFact> all(Predicate<KnownFact> which) {
        return Stream.concat(eligibility.stream(), amount.stream())
                .filter(which)
                .toList();
    }

    private static List<KnownFact> replaced(List<KnownFact> facts, Map<String, KnownFact> by) {
        return facts.stream().map(fact -> by.get(fact.name())).toList();
    }
}
