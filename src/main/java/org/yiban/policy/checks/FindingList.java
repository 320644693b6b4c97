package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiban.policy.tables.WrittenTable;

/** Collects findings. */
final class FindingList {

    private final List<TableFinding> findings = new ArrayList<>();

    void error(FindingKind kind, WrittenTable table, List<String> rules, String message, Map<String, Object> example) {
        findings.add(new TableFinding(Severity.ERROR, kind, table.file(), table.id(), rules, message, example));
    }

    void error(FindingKind kind, WrittenTable table, WrittenTable.Rule rule, String message) {
        error(kind, table, List.of(rule.id()), message, Map.of());
    }

    void error(FindingKind kind, WrittenTable table, String message) {
        error(kind, table, List.of(), message, Map.of());
    }

    void error(FindingKind kind, String file, String message) {
        findings.add(new TableFinding(Severity.ERROR, kind, file, "", List.of(), message, Map.of()));
    }

    void gap(WrittenTable table, List<String> near, String message, Map<String, Object> example) {
        error(FindingKind.GAP, table, near, message, example);
    }

    /** Says that there are more gaps than are told one by one. */
    void moreGaps(WrittenTable table, String message) {
        findings.add(new TableFinding(
                Severity.INFORMATION, FindingKind.GAP, table.file(), table.id(), List.of(), message, Map.of()));
    }

    int size() {
        return findings.size();
    }

    List<TableFinding> all() {
        return List.copyOf(findings);
    }
}
