package org.yiban.policy.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table that is asked by itself, outside the order of documents: a file of its own, one UNIQUE table, or one
 * COLLECT table where several rows answer together, whose rows state constants. Safe to use from several threads.
 */
public final class SingleTable {

    private final Table table;

    private SingleTable(Table table) {
        this.table = table;
    }

    /**
     * Reads files, a table each.
     *
     * @throws DecisionTableException naming file and cell if one cannot be read, or holds anything else than such a table
     */
    public static List<SingleTable> read(List<TableFile> files) {
        TableEngine engine = new TableEngine();
        return files.stream().map(file -> read(engine, file)).toList();
    }

    private static SingleTable read(TableEngine engine, TableFile file) {
        List<Table> tables = engine.parse(file);
        String id = Speaker.camelCase(Speaker.familyOf(file.path()));
        if (tables.size() != 1 || !tables.get(0).id().equals(id)) {
            throw new DecisionTableException("文件 %s 应恰好含有决策表 %s".formatted(file.path(), id));
        }
        Table table = tables.get(0);
        if (table.collects() && !table.constant()) {
            throw new DecisionTableException(
                    "文件 %s 决策表 %s 的命中策略应为 UNIQUE 或 COLLECT，每一格输出只写一个值".formatted(file.path(), id));
        }
        if (!table.constant()) {
            throw new DecisionTableException("文件 %s 决策表 %s 应有规则，每一格输出只写一个值".formatted(file.path(), id));
        }
        return new SingleTable(table);
    }

    /** Path of its file. */
    public String file() {
        return table.file();
    }

    /** Short digest of its file. */
    public String version() {
        return table.version();
    }

    /** Whether several rows may answer together. */
    public boolean collects() {
        return table.collects();
    }

    /** Its inputs, in order. */
    public List<String> facts() {
        return table.columns().stream().map(Column::fact).toList();
    }

    /** The cells that ask for a fact, without repetition. */
    public Set<String> tests(String fact) {
        return table.rules().stream()
                .flatMap(rule -> rule.cells().stream())
                .filter(cell -> cell.column().fact().equals(fact))
                .map(Cell::test)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The texts that cells name where they ask for a fact. */
    public Set<String> texts(String fact) {
        return new LinkedHashSet<>(Domain.Literals.texts(tests(fact)));
    }

    /** What its rows say, in order. */
    public List<Hit> rows() {
        return table.says();
    }

    /**
     * The row that fires on the facts.
     *
     * @param facts plain values by name
     * @throws DecisionTableException if several rows would
     */
    public Optional<Hit> ask(Map<String, Object> facts) {
        List<Integer> standing = Bits.list(table.judge(facts, Set.of()).standing());
        if (standing.size() > 1) {
            String rules =
                    standing.stream().map(rule -> table.says().get(rule).rule()).collect(Collectors.joining("、"));
            throw new DecisionTableException("文件 %s 的几行同时命中：%s，例：%s".formatted(file(), rules, written(facts)));
        }
        return table.fired(facts).stream().findFirst();
    }

    /** The rows that fire on the facts, in the table's order. */
    public List<Hit> askAll(Map<String, Object> facts) {
        return table.fired(facts);
    }

    /** Facts as messages show them. */
    public static String written(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
