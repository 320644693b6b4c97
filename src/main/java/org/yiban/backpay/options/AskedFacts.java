package org.yiban.backpay.options;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Answer;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;

/** Asks the two families of retirement with facts that belong to both together. */
final class AskedFacts {

    static final String YEARS = "minimum-years";
    static final String BACKPAY = "retirement-backpay";

    private final Policies policies;

    AskedFacts(Policies policies) {
        this.policies = policies;
    }

    /** The answer of a family, given those of the facts that it knows. */
    Answer ask(String family, Map<String, String> facts) {
        Map<String, String> own = new LinkedHashMap<>(facts);
        own.keySet().retainAll(policies.facts(family));
        return policies.decide(family, own);
    }

    /** Names of all facts that either family knows, in order. */
    Set<String> known() {
        Set<String> known = new LinkedHashSet<>(policies.facts(YEARS));
        known.addAll(policies.facts(BACKPAY));
        return known;
    }

    /** The flags that the tables take for what is usual where they are open, each once. */
    List<Fact> assumed() {
        Map<String, Fact> assumed = new LinkedHashMap<>();
        Stream.of(YEARS, BACKPAY)
                .flatMap(family -> policies.declaredFacts(family).stream())
                .filter(fact -> fact.type() == FactType.FLAG && fact.whenEmpty() != null)
                .forEach(fact -> assumed.putIfAbsent(fact.name(), fact));
        return List.copyOf(assumed.values());
    }

    /** What people call a fact of {@code retirement-backpay}. */
    String label(String fact) {
        return declared(BACKPAY, fact).label();
    }

    /** The values of a fact with what people call them, in order. */
    Map<String, String> choices(String family, String fact) {
        return declared(family, fact).choices();
    }

    /** What people read for the value of a result of {@code retirement-backpay}; {@code null} for none. */
    String words(String result, Object value) {
        if (value == null) {
            return null;
        }
        return policies.declaredResults(BACKPAY).stream()
                .filter(declared -> declared.name().equals(result))
                .map(Result::words)
                .findFirst()
                .orElseThrow()
                .getOrDefault(value.toString(), value.toString());
    }

    private Fact declared(String family, String fact) {
        return policies.declaredFacts(family).stream()
                .filter(declared -> declared.name().equals(fact))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The answers to several questions.
     *
     * @throws ProblemException naming everything that is missing or wrong in any of them, once
     */
    static <Q, A> List<A> each(Collection<Q> questions, Function<Q, A> ask) {
        List<A> answers = new ArrayList<>();
        Set<Violation> violations = new LinkedHashSet<>();
        for (Q question : questions) {
            try {
                answers.add(ask.apply(question));
            } catch (ProblemException refused) {
                if (refused.violations().isEmpty()) {
                    throw refused;
                }
                violations.addAll(refused.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(violations));
        }
        return answers;
    }

    /**
     * The facts that a question leaves open and that have to be stated; empty if it can be answered.
     *
     * @throws ProblemException if a fact is wrong
     */
    static Set<String> open(Supplier<?> question) {
        try {
            question.get();
            return Set.of();
        } catch (ProblemException refused) {
            List<Violation> violations = refused.violations();
            if (violations.isEmpty() || violations.stream().anyMatch(violation -> violation.value() != null)) {
                throw refused;
            }
            return violations.stream().map(Violation::field).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
