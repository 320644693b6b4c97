package org.yiban.policy.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table says: the outputs of the row that fired, or of several rows of a COLLECT table, whose different values
 * are joined with {@code ;}.
 *
 * @param values outputs by name, never changed; {@code null} where a cell is empty
 * @param rules the rules that fired, joined with {@code ;}; empty if none did
 */
public record Row(Map<String, Object> values, String rules) {

    private static final String SEPARATOR = ";";

    public Row {
        values = Collections.unmodifiableMap(values);
    }

    /** What stands for rules where none fired. */
    public static Row of(Map<String, Object> values) {
        return new Row(new LinkedHashMap<>(values), "");
    }

    static Row merge(List<Hit> hits) {
        if (hits.size() == 1) {
            return new Row(hits.get(0).row(), hits.get(0).rule());
        }
        String rules = hits.stream().map(Hit::rule).collect(Collectors.joining(SEPARATOR));
        Map<String, Set<Object>> distinct = new LinkedHashMap<>();
        hits.forEach(hit -> hit.row()
                .forEach((name, value) -> add(distinct.computeIfAbsent(name, key -> new LinkedHashSet<>()), value)));
        Map<String, Object> values = new LinkedHashMap<>();
        distinct.forEach((name, all) -> values.put(name, all.size() > 1 ? join(all) : first(all)));
        return new Row(values, rules);
    }

    public boolean states(String output) {
        return values.get(output) != null;
    }

    /**
     * A text, which must be stated.
     *
     * @throws DecisionTableException if its cell is empty
     */
    public String text(String output) {
        return (String) stated(output);
    }

    /** A whole number, which must be stated, likewise. */
    public int number(String output) {
        return ((Number) stated(output)).intValue();
    }

    /** A rate or an amount, which must be stated, likewise. */
    public BigDecimal decimal(String output) {
        return new BigDecimal(stated(output).toString());
    }

    /** Whether an output is true; an empty cell is not. */
    public boolean flag(String output) {
        return Boolean.TRUE.equals(values.get(output));
    }

    /** The defect of a table that says how to count in a word that counting does not know. */
    public DecisionTableException unknown(String output) {
        return new DecisionTableException("规则 %s 的输出 %s 没有这种写法：%s".formatted(rules, output, values.get(output)));
    }

    private Object stated(String output) {
        if (!states(output)) {
            throw new DecisionTableException("规则 %s 的输出 %s 没有写，不能计算".formatted(rules, output));
        }
        return values.get(output);
    }

    private static void add(Set<Object> values, Object value) {
        if (value instanceof String text) {
            values.addAll(List.of(text.split(SEPARATOR)));
        } else if (value != null) {
            values.add(value);
        }
    }

    private static String join(Set<Object> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        return String.join(SEPARATOR, texts);
    }

    private static Object first(Set<Object> values) {
        return values.isEmpty() ? null : values.iterator().next();
    }
}
