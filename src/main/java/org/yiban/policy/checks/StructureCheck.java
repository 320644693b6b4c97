package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yiban.policy.families.Family;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.Speaker;
import org.yiban.policy.tables.WrittenTable;

/** Names, ids and hit policies, and whether precedence and tables know each other. */
final class StructureCheck {

    private final Map<String, Family> families;
    private final Sources sources;
    private final FindingList findings;

    StructureCheck(Map<String, Family> families, Sources sources, FindingList findings) {
        this.families = families;
        this.sources = sources;
        this.findings = findings;
    }

    /** Checks what all tables have in common. */
    void check(List<WrittenTable> tables) {
        Map<String, String> ids = new HashMap<>();
        for (WrittenTable table : tables) {
            String other = ids.putIfAbsent(table.id(), table.file());
            if (other != null) {
                findings.error(FindingKind.STRUCTURE, table, "决策表的编号出现两次，另一处在 " + other);
            }
            for (WrittenTable.Rule rule : table.rules()) {
                String second = ids.putIfAbsent(rule.id(), table.file() + ":" + table.id());
                if (second != null) {
                    findings.error(FindingKind.STRUCTURE, table, rule, "行的编号出现两次，另一处在 " + second);
                }
                if (rule.text().isEmpty()) {
                    findings.error(FindingKind.NO_ANNOTATION, table, rule, "这一行没有说明");
                }
            }
            if (table.id().equals(Precedence.ID)) {
                hitPolicy(table, Set.of("RULE ORDER"));
            } else {
                hitPolicy(table, Set.of("UNIQUE", "COLLECT"));
                name(table);
            }
        }
    }

    private void hitPolicy(WrittenTable table, Set<String> allowed) {
        if (!allowed.contains(table.hitPolicy())) {
            findings.error(
                    FindingKind.STRUCTURE,
                    table,
                    "命中策略是 %s，只能是 %s".formatted(table.hitPolicy(), String.join("、", new TreeSet<>(allowed))));
        }
        if (table.aggregation() != null) {
            findings.error(FindingKind.STRUCTURE, table, "COLLECT 不能带汇总方式 " + table.aggregation());
        }
    }

    private void name(WrittenTable table) {
        Family family = families.get(table.family());
        if (family == null) {
            findings.error(
                    FindingKind.STRUCTURE,
                    table,
                    "文件名不是任何一类决策；现有：" + String.join("、", new TreeSet<>(families.keySet())));
            return;
        }
        List<String> instruments = new ArrayList<>();
        instruments.add(null);
        sources.documents().stream().map(Document::id).forEach(instruments::add);
        boolean follows = asked(family).anyMatch(asked -> instruments.stream()
                .anyMatch(instrument ->
                        new Speaker(table.folder(), instrument).table(asked).equals(table.id())));
        if (!follows) {
            findings.error(
                    FindingKind.STRUCTURE,
                    table,
                    "编号应为 <类别>_<地区>_<文件>，例如 %s"
                            .formatted(new Speaker(
                                            table.folder(),
                                            sources.documents().get(0).id())
                                    .table(family.name())));
        }
    }

    /** Checks that every row of the precedence finds its tables, and every table its row. */
    void check(Precedence precedence, List<WrittenTable> tables) {
        Map<String, WrittenTable> byId = new HashMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        Set<String> asked = new TreeSet<>();
        List<String> all = families.values().stream().flatMap(this::asked).toList();
        for (Precedence.Row row : precedence.rows()) {
            Set<String> named = row.families();
            named.stream()
                    .filter(name -> !all.contains(name))
                    .forEach(name -> findings.error(
                            FindingKind.UNKNOWN_VALUE, precedence.table(), row.rule(), "没有 %s 这一类决策".formatted(name)));
            for (String name : named) {
                String id = row.speaker().table(name);
                WrittenTable table = byId.get(id);
                if (table == null || !table.file().equals(row.speaker().file(name))) {
                    findings.error(
                            FindingKind.STRUCTURE,
                            precedence.table(),
                            row.rule(),
                            "没有这张表：%s 中的 %s".formatted(row.speaker().file(name), id));
                } else {
                    asked.add(id);
                }
            }
        }
        tables.stream()
                .filter(table -> !table.id().equals(Precedence.ID) && !asked.contains(table.id()))
                .filter(table -> families.containsKey(table.family()))
                .forEach(table -> findings.error(FindingKind.SHADOWED, table, "precedence 从不问到这张表"));
    }

    private Stream<String> asked(Family family) {
        return Stream.concat(Stream.of(family.name()), family.parts().stream().map(part -> family.name() + "/" + part));
    }
}
