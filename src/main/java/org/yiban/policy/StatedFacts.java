package org.yiban.policy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.kernel.Numbers;
import org.yiban.kernel.Violations;

/**
 * Facts out of a JSON object: texts as the contract writes them, numbers and truth values also as JSON has them, a list
 * of texts where the contract joins with {@code ;}. {@code null} is not stated.
 */
public final class StatedFacts {

    private static final String SEPARATOR = ";";

    private StatedFacts() {}

    /**
     * Writes the values as the contract does. Facts that are not declared are passed on, to be refused by name.
     *
     * @throws org.yiban.kernel.ProblemException naming every fact whose JSON is of a wrong kind
     */
    public static Map<String, String> of(Map<String, Object> json, List<Fact> declared) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        declared.forEach(fact -> facts.put(fact.name(), fact));
        Map<String, String> written = new LinkedHashMap<>();
        Violations violations = new Violations();
        json.forEach((name, value) -> {
            String text = written(value, facts.get(name));
            if (value != null && text == null) {
                violations.add(
                        name,
                        null,
                        "应为" + (facts.containsKey(name) ? facts.get(name).allowed() : "文字"));
            }
            written.put(name, text);
        });
        violations.throwIfAny();
        return written;
    }

    /** {@code null} if a value of that kind cannot state the fact. */
    private static String written(Object value, Fact fact) {
        if (value instanceof String text) {
            return text;
        }
        FactType type = fact == null ? FactType.TEXT : fact.type();
        return switch (type) {
            case YEAR, COUNT, MONEY, RATE -> value instanceof Number number ? plain(number) : null;
            case FLAG -> value instanceof Boolean flag ? flag.toString() : null;
            case WAGE_ANNOUNCEMENTS -> value instanceof List<?> list ? joined(list) : null;
            case REGION, DATE, MONTH, CHOICE, TEXT -> null;
        };
    }

    private static String plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return Numbers.plain(exact) ? exact.toPlainString() : null;
    }

    private static String joined(List<?> list) {
        boolean texts = list.stream().allMatch(String.class::isInstance);
        return texts
                ? String.join(SEPARATOR, list.stream().map(String.class::cast).toList())
                : null;
    }
}
