package org.yiban.policy.checks;

import java.util.List;
import java.util.Map;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.WrittenTable;
import org.yiban.policy.tables.WrittenTables;

/** Has every counter-example confirmed by the engine: what the checks count must be what the engine does. */
final class Witness {

    private final WrittenTables tables;
    private final FindingList findings;

    Witness(WrittenTables tables, FindingList findings) {
        this.tables = tables;
        this.findings = findings;
    }

    /** Rules that must fire on the facts. */
    void fire(WrittenTable table, List<String> rules, Map<String, Object> facts) {
        List<String> fired = fired(table, facts);
        if (fired != null && !fired.containsAll(rules)) {
            findings.error(FindingKind.UNREADABLE, table, rules, "引擎不同意这个例子，只命中 " + fired, facts);
        }
    }

    /** A table of which no rule may fire on the facts. */
    void silent(WrittenTable table, Map<String, Object> facts) {
        List<String> fired = fired(table, facts);
        if (fired != null && !fired.isEmpty()) {
            findings.error(FindingKind.UNREADABLE, table, fired, "引擎不同意：这些事实其实命中", facts);
        }
    }

    private List<String> fired(WrittenTable table, Map<String, Object> facts) {
        try {
            return tables.fired(table, facts);
        } catch (DecisionTableException e) {
            findings.error(FindingKind.UNREADABLE, table, List.of(), e.getMessage(), facts);
            return null;
        }
    }
}
