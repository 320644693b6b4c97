package org.yiban.policy.checks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something found in a table.
 *
 * @param file path of the file below the policy folder
 * @param table id of the table; empty if the whole file is meant
 * @param rules ids of the rules; empty if the whole table is meant
 * @param message what is wrong, in Chinese, naming column or cell
 * @param example facts with values that show it; empty where there is nothing to show
 */
public record TableFinding(
        Severity severity,
        FindingKind kind,
        String file,
        String table,
        List<String> rules,
        String message,
        Map<String, Object> example) {

    private static final String NOTHING = "（没有）";

    public TableFinding {
        rules = List.copyOf(rules);
        example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
    }

    /** One line: {@code file:table:rules [kind] message · 例：fact=value …}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(file);
        if (!table.isEmpty()) {
            line.append(':').append(table);
        }
        if (!rules.isEmpty()) {
            line.append(':').append(String.join("+", rules));
        }
        line.append(" [").append(kind.label()).append("] ").append(message);
        if (!example.isEmpty()) {
            line.append(" · 例：").append(written(example));
        }
        return line.toString();
    }

    private static String written(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + (fact.getValue() == null ? NOTHING : fact.getValue()))
                .collect(Collectors.joining(" "));
    }
}
