package org.yiban.policy.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All tables of one set, read once: the packaged ones or those of a folder. Safe to use from several threads.
 */
public final class DecisionTables {

    private static final String PRECEDENCE = "precedence";
    private static final String PRECEDENCE_FILE = PRECEDENCE + ".dmn";

    private final Map<String, Table> tables = new HashMap<>();

    private DecisionTables(List<TableFile> files) {
        TableEngine engine = new TableEngine();
        for (TableFile file : files) {
            for (Table table : engine.parse(file)) {
                Table other = tables.putIfAbsent(table.id(), table);
                if (other != null) {
                    throw new DecisionTableException(
                            "决策表 %s 出现两次：%s、%s".formatted(table.id(), other.file(), table.file()));
                }
            }
        }
        if (!tables.containsKey(PRECEDENCE)) {
            throw new DecisionTableException("没有 %s，无从知道哪份文件作答".formatted(PRECEDENCE_FILE));
        }
    }

    /** The tables that are packaged with the application. */
    public static DecisionTables packaged() {
        return new DecisionTables(TableFile.packaged());
    }

    /**
     * The tables of a folder laid out as {@code processes/policy} is.
     *
     * @throws DecisionTableException if it is no such folder or a table in it cannot be read
     */
    public static DecisionTables in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(PRECEDENCE_FILE))) {
            throw new DecisionTableException("文件夹 %s 里没有 %s".formatted(folder, PRECEDENCE_FILE));
        }
        return new DecisionTables(TableFile.in(folder));
    }

    /**
     * The documents that may speak, in the order in which they are asked.
     *
     * @param pool {@code null} where only the province is known
     */
    public List<Speaker> speakers(String family, String province, String pool, LocalDate businessDate) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("family", family);
        facts.put("province", province);
        facts.put("pool", pool);
        facts.put("businessDate", businessDate.toString());
        return tables.get(PRECEDENCE).evaluate(facts).stream()
                .map(hit -> new Speaker(
                        (String) hit.row().get("folder"), (String) hit.row().get("instrument")))
                .toList();
    }

    /**
     * The row of a speaker's table that fires on the facts.
     *
     * @throws DecisionTableException if there is no such table, it cannot be evaluated or several rows fire
     */
    public Optional<Hit> ask(Speaker speaker, String family, Map<String, Object> facts) {
        Table table = tables.get(speaker.table(family));
        if (table == null || !table.file().equals(speaker.file(family))) {
            throw new DecisionTableException(
                    "%s 指明的决策表不存在：%s 中的 %s".formatted(PRECEDENCE_FILE, speaker.file(family), speaker.table(family)));
        }
        return table.evaluate(facts).stream().findFirst();
    }
}
