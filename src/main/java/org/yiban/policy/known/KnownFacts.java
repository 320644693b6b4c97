package org.yiban.policy.known;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/**
 * The facts of a case, as one family of decisions asks for them.
 *
 * @param all each fact once
 */
public record KnownFacts(List<KnownFact> all) {

    /** Keeps a copy. */
    public KnownFacts {
        all = List.copyOf(all);
    }

    /** The question to the tables: the facts that are known. */
    public Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        all.stream().filter(fact -> fact.value() != null).forEach(fact -> question.put(fact.name(), fact.value()));
        return question;
    }

    /** The facts that a clerk has to state. */
    public List<KnownFact> asked() {
        return all.stream().filter(KnownFact::asked).toList();
    }

    /** The same with some facts in place of those of their names, added where there were none. */
    public KnownFacts with(List<KnownFact> others) {
        Map<String, KnownFact> facts = byName();
        others.forEach(fact -> facts.put(fact.name(), fact));
        return new KnownFacts(new ArrayList<>(facts.values()));
    }

    /** What of these facts a clerk has stated: it stays when the record is read again. */
    public List<KnownFact> corrected() {
        return all.stream().filter(KnownFact::corrected).toList();
    }

    /**
     * The same with what a clerk knows better. Whether a value is one is found out when the tables are asked.
     *
     * @param corrections {@code null} for none
     * @param shown these facts as people read them
     * @throws ProblemException naming as {@code facts.NAME} or {@code reason.NAME} what is no fact, may not be corrected,
     *     or has no reason
     */
    public KnownFacts corrected(List<Correction> corrections, List<ShownFact> shown) {
        if (corrections == null) {
            return this;
        }
        Map<String, String> words = new HashMap<>();
        shown.forEach(fact -> words.put(fact.name(), fact.shown()));
        Violations violations = new Violations();
        Map<String, KnownFact> facts = byName();
        for (Correction correction : corrections) {
            KnownFact fact = facts.get(correction.name());
            String field = "facts." + correction.name();
            if (fact == null) {
                violations.add(field, correction.value(), "没有这项事实；可以更正：" + correctable());
            } else if (!fact.correctable()) {
                violations.add(field, correction.value(), "这一项以登记为准，不能在这里更正；登记有误的，请先更正登记");
            } else {
                String why =
                        violations.collect(() -> FreeText.required("reason." + correction.name(), correction.reason()));
                String before = words.getOrDefault(fact.name(), fact.value());
                facts.put(fact.name(), fact.by(stripped(correction.value()), why, before));
            }
        }
        violations.throwIfAny();
        return new KnownFacts(new ArrayList<>(facts.values()));
    }

    private Map<String, KnownFact> byName() {
        Map<String, KnownFact> facts = new LinkedHashMap<>();
        all.forEach(fact -> facts.put(fact.name(), fact));
        return facts;
    }

    private static String stripped(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private String correctable() {
        return all.stream().filter(KnownFact::correctable).map(KnownFact::name).collect(Collectors.joining("、"));
    }
}
