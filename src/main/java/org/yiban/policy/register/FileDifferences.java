package org.yiban.policy.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiban.policy.register.RuleChange.Kind;
import org.yiban.policy.tables.TableFile;
import org.yiban.policy.tables.WrittenTable;
import org.yiban.policy.tables.WrittenTables;

/** What differs between two versions of a file, rule by rule, cell by cell. */
final class FileDifferences {

    private static final String TEXT = "说明";

    private final List<RuleChange> found = new ArrayList<>();

    private FileDifferences() {}

    /** @param before {@code null} if there was none, as {@code after} if there is none now */
    static List<RuleChange> between(TableFile before, TableFile after) {
        Map<String, WrittenTable> old = tables(before);
        Map<String, WrittenTable> now = tables(after);
        FileDifferences differences = new FileDifferences();
        union(old.keySet(), now.keySet()).forEach(id -> differences.compare(old.get(id), now.get(id)));
        return List.copyOf(differences.found);
    }

    private void compare(WrittenTable before, WrittenTable after) {
        if (before != null && after != null) {
            head(before, after);
        }
        Map<String, WrittenTable.Rule> old = rules(before);
        Map<String, WrittenTable.Rule> now = rules(after);
        String id = after == null ? before.id() : after.id();
        union(now.keySet(), old.keySet()).forEach(rule -> rule(id, before, old.get(rule), after, now.get(rule)));
    }

    private void rule(
            String table, WrittenTable before, WrittenTable.Rule old, WrittenTable after, WrittenTable.Rule now) {
        Map<String, CellChange> cells = new LinkedHashMap<>();
        Map<String, String> was = old == null ? Map.of() : cells(before, old);
        Map<String, String> is = now == null ? Map.of() : cells(after, now);
        union(is.keySet(), was.keySet()).forEach(column -> {
            String left = was.getOrDefault(column, "");
            String right = is.getOrDefault(column, "");
            if (!left.equals(right)) {
                cells.put(column, new CellChange(column, label(after == null ? before : after, column), left, right));
            }
        });
        Kind kind =
                now == null ? Kind.REMOVED : old == null ? Kind.ADDED : cells.isEmpty() ? Kind.WORDED : Kind.CHANGED;
        List<CellChange> all = new ArrayList<>(cells.values());
        if (old != null && now != null && !old.text().equals(now.text())) {
            all.add(new CellChange(TEXT, TEXT, old.text(), now.text()));
        }
        if (!all.isEmpty() || old == null || now == null) {
            found.add(
                    new RuleChange(table, (now == null ? old : now).id(), kind, (now == null ? old : now).text(), all));
        }
    }

    private void head(WrittenTable before, WrittenTable after) {
        Map<String, String> was = head(before);
        Map<String, String> is = head(after);
        List<CellChange> cells = union(is.keySet(), was.keySet()).stream()
                .filter(column -> !was.getOrDefault(column, "").equals(is.getOrDefault(column, "")))
                .map(column -> new CellChange(
                        column, label(after, column), was.getOrDefault(column, ""), is.getOrDefault(column, "")))
                .toList();
        if (!cells.isEmpty()) {
            found.add(new RuleChange(after.id(), null, Kind.TABLE, "", cells));
        }
    }

    private static Map<String, String> head(WrittenTable table) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("命中策略", table.hitPolicy());
        table.inputs()
                .forEach(input -> head.put(input.expression(), words(input.label(), input.typeRef(), input.values())));
        table.outputs()
                .forEach(output -> head.put(output.name(), words(output.label(), output.typeRef(), output.values())));
        return head;
    }

    private static String words(String... words) {
        return Stream.of(words).filter(word -> word != null && !word.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** The filled cells of a rule by column. */
    private static Map<String, String> cells(WrittenTable table, WrittenTable.Rule rule) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(table.inputs().size(), rule.asks().size()); i++) {
            put(cells, table.inputs().get(i).expression(), rule.asks().get(i));
        }
        for (int i = 0; i < Math.min(table.outputs().size(), rule.says().size()); i++) {
            put(cells, table.outputs().get(i).name(), rule.says().get(i));
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String column, String cell) {
        if (!cell.isEmpty()) {
            cells.put(column, cell);
        }
    }

    private static String label(WrittenTable table, String column) {
        return Stream.concat(
                        table.inputs().stream()
                                .filter(input -> input.expression().equals(column))
                                .map(WrittenTable.Input::label),
                        table.outputs().stream()
                                .filter(output -> output.name().equals(column))
                                .map(WrittenTable.Output::label))
                .findFirst()
                .orElse(column);
    }

    private static Map<String, WrittenTable> tables(TableFile file) {
        Map<String, WrittenTable> tables = new LinkedHashMap<>();
        if (file != null) {
            WrittenTables.of(List.of(file)).tables().forEach(table -> tables.put(table.id(), table));
        }
        return tables;
    }

    private static Map<String, WrittenTable.Rule> rules(WrittenTable table) {
        Map<String, WrittenTable.Rule> rules = new LinkedHashMap<>();
        if (table != null) {
            table.rules().forEach(rule -> rules.put(rule.id(), rule));
        }
        return rules;
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
    }
}
