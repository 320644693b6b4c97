package org.yiban.refund.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/**
 * The facts of a claim, as the families {@code refund-eligibility} and {@code refund-amount} ask for them.
 *
 * @param eligibility those that decide whether it is given back
 * @param amount those that decide how much; which part is given back is not among them
 */
public record RefundFacts(List<StatedFact> eligibility, List<StatedFact> amount) {

    private static final String REFUND_SCOPE = "refundScope";

    public RefundFacts {
        eligibility = List.copyOf(eligibility);
        amount = List.copyOf(amount);
    }

    /** The question to {@code refund-eligibility}. */
    public Map<String, String> eligibilityQuestion() {
        return question(eligibility);
    }

    /**
     * The question to {@code refund-amount}.
     *
     * @param refundScope which part of the payment is given back, as {@code refund-eligibility} or a senior decided
     */
    public Map<String, String> amountQuestion(String refundScope) {
        Map<String, String> question = question(amount);
        question.put(REFUND_SCOPE, refundScope);
        return question;
    }

    /** The facts that a clerk has to state, because the record does not and the answer depends on them. */
    public List<StatedFact> asked() {
        return Stream.concat(eligibility.stream(), amount.stream())
                .filter(StatedFact::asked)
                .toList();
    }

    /** What clerks have stated. */
    public List<StatedFact> corrected() {
        return Stream.concat(eligibility.stream(), amount.stream())
                .filter(StatedFact::corrected)
                .toList();
    }

    /**
     * The same facts with what a clerk knows better. Whether a value is one is for whoever asks the tables with it: see
     * {@link DerivingFacts#consider}.
     *
     * @throws ProblemException naming each fact that is not among these, may not be corrected, or has no reason
     */
    public RefundFacts corrected(List<Correction> corrections) {
        Violations violations = new Violations();
        Map<String, StatedFact> stated = new LinkedHashMap<>();
        Stream.concat(eligibility.stream(), amount.stream()).forEach(fact -> stated.putIfAbsent(fact.name(), fact));
        for (Correction correction : corrections) {
            StatedFact fact = stated.get(correction.name());
            if (fact == null) {
                violations.add(correction.name(), correction.value(), "没有这项事实；可以更正：" + correctable());
            } else if (!fact.correctable()) {
                violations.add(correction.name(), correction.value(), "这一项以登记为准，不能在这里更正；登记有误的，请先更正登记");
            } else {
                String why =
                        violations.collect(() -> FreeText.required("reason." + correction.name(), correction.reason()));
                String value = correction.value() == null || correction.value().isBlank()
                        ? null
                        : correction.value().strip();
                stated.put(fact.name(), fact.by(value, why));
            }
        }
        violations.throwIfAny();
        return new RefundFacts(replaced(eligibility, stated), replaced(amount, stated));
    }

    private String correctable() {
        return Stream.concat(eligibility.stream(), amount.stream())
                .filter(StatedFact::correctable)
                .map(StatedFact::name)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static List<StatedFact> replaced(List<StatedFact> facts, Map<String, StatedFact> by) {
        return facts.stream().map(fact -> by.get(fact.name())).toList();
    }

    private static Map<String, String> question(List<StatedFact> facts) {
        Map<String, String> question = new LinkedHashMap<>();
        for (StatedFact fact : new ArrayList<>(facts)) {
            if (fact.value() != null) {
                question.put(fact.name(), fact.value());
            }
        }
        return question;
    }
}
