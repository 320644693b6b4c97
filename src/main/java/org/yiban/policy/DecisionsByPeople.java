package org.yiban.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.settings.Setting;
import org.yiban.region.Regions;

/**
 * What a person decides where the documents are silent: the results of the family asked, in the words of the contract,
 * resting on the agency's own basis and on no table.
 */
@Component
public class DecisionsByPeople {

    private static final String SEPARATOR = ";";

    private final Policies policies;
    private final Regions regions;

    public DecisionsByPeople(Policies policies, Regions regions) {
        this.policies = policies;
        this.regions = regions;
    }

    /** The results that a person may state, each as one fills it in; REFER and the basis are not among them. */
    public List<Fact> asked(String family) {
        return policies.declaredResults(family).stream()
                .filter(result -> result.type() != ResultType.PROVISIONS)
                .map(DecisionsByPeople::asked)
                .toList();
    }

    /** What the tables always state with each outcome, and so must the person: outcome → results. */
    public Map<String, List<String>> needed(Explanation silent) {
        Map<String, List<String>> needed = new LinkedHashMap<>();
        asked(silent.family()).stream()
                .filter(fact -> fact.name().equals(Result.OUTCOME))
                .flatMap(outcome -> outcome.choices().keySet().stream())
                .forEach(outcome -> needed.put(outcome, needed(silent, outcome)));
        return needed;
    }

    private List<String> needed(Explanation silent, String outcome) {
        Set<String> needed = new LinkedHashSet<>(Set.of(Result.OUTCOME));
        needed.addAll(policies.statedWith(silent.family(), outcome, silent.businessDate()));
        needed.remove(Result.BASIS);
        return List.copyOf(needed);
    }

    /**
     * Makes the decision of a person in the place of one that came to REFER.
     *
     * @param silent the decision that the tables left to a person; its facts and its date hold on
     * @param stated results as the contract writes them; absent or blank = not stated
     * @param text why, and on what the person bases it, in Chinese
     * @throws ProblemException naming every result that is missing, wrong or unknown
     */
    public Explanation decide(Explanation silent, Map<String, String> stated, String text) {
        Map<String, Fact> asked = new LinkedHashMap<>();
        asked(silent.family()).forEach(fact -> asked.put(fact.name(), fact));
        Violations violations = new Violations();
        Map<String, Object> results = read(asked, stated, violations);
        if (asked.containsKey(Result.OUTCOME)) {
            Object outcome = results.get(Result.OUTCOME);
            List<String> needed = outcome == null ? List.of(Result.OUTCOME) : needed(silent, outcome.toString());
            needed.stream()
                    .filter(result -> asked.containsKey(result) && isBlank(stated.get(result)))
                    .forEach(result -> violations.add(result, null, FactReader.missing(asked.get(result))));
        } else if (results.isEmpty()) {
            asked.keySet().forEach(result -> violations.add(result, null, FactReader.missing(asked.get(result))));
        }
        violations.throwIfAny();
        results.put(Result.BASIS, Setting.AGENCY);
        return new Explanation(
                silent.family(),
                silent.businessDate(),
                silent.facts(),
                null,
                null,
                null,
                null,
                text,
                results,
                Reasons.NONE,
                null);
    }

    private Map<String, Object> read(Map<String, Fact> asked, Map<String, String> stated, Violations violations) {
        Map<String, Object> results = new LinkedHashMap<>();
        Map<String, String> given = new HashMap<>(stated);
        given.values().removeIf(DecisionsByPeople::isBlank);
        given.forEach((name, value) -> {
            if (!asked.containsKey(name)) {
                violations.add(name, value, "没有这项结果；可以填写：" + String.join("、", asked.keySet()));
            }
        });
        asked.forEach((name, fact) -> {
            String value = given.get(name);
            if (value != null) {
                Object read = fact.type() == FactType.CHOICE
                        ? listed(fact, value.strip(), violations)
                        : violations.collect(() -> plain(fact, value));
                if (read != null) {
                    results.put(name, read);
                }
            }
        });
        return results;
    }

    /** One of the values, or several joined as the contract joins lists. */
    private static String listed(Fact fact, String value, Violations violations) {
        boolean known = Arrays.stream(value.split(SEPARATOR, -1))
                .allMatch(part -> fact.choices().containsKey(part));
        if (!known) {
            violations.add(fact.name(), value, "“" + fact.label() + "”没有这个值；可以填写" + fact.allowed());
        }
        return known ? value : null;
    }

    private Object plain(Fact fact, String value) {
        Facts facts = new FactReader(regions)
                .read(List.of(fact), List.of(), Map.of(fact.name(), value), (read, violations) -> {});
        return facts.plain().get(fact.name());
    }

    private static Fact asked(Result result) {
        return switch (result.type()) {
            case CHOICE -> Fact.choice(result.name(), result.label(), words(result));
            case FLAG ->
                Fact.flag(
                        result.name(),
                        result.label(),
                        result.words().get("true"),
                        result.words().get("false"));
            case MONEY -> Fact.money(result.name(), result.label());
            case RATE -> Fact.rate(result.name(), result.label());
            case DATE -> Fact.date(result.name(), result.label());
            case MONTHS -> Fact.months(result.name(), result.label());
            case WORKING_DAYS -> Fact.count(result.name(), result.label(), "个工作日");
            case PROVISIONS -> throw new IllegalStateException("nobody states the provisions of " + result);
        };
    }

    private static String[] words(Result result) {
        return result.words().entrySet().stream()
                .filter(word -> !Outcome.REFER.name().equals(word.getKey()))
                .flatMap(word ->
                        List.of(word.getKey(), word.getValue().isEmpty() ? word.getKey() : word.getValue()).stream())
                .toArray(String[]::new);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
