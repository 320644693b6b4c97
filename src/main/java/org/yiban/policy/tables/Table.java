package org.yiban.policy.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/**
 * A parsed table and the file it stands in.
 *
 * @param collects whether several rows may fire on the same facts
 * @param columns its inputs, in order
 * @param rules its rows, in order
 */
record Table(
        TableEngine engine,
        String file,
        String version,
        DmnDecision decision,
        boolean collects,
        List<Column> columns,
        List<TableRule> rules) {

    /**
     * A row of the table.
     *
     * @param text its annotation
     * @param cells those of its cells that ask something
     * @param outputs what it states, by the output's name, as written; empty cells left out
     */
    record TableRule(String id, String text, List<Cell> cells, Map<String, String> outputs) {}

    String id() {
        return decision.getKey();
    }

    /** The rows that fire on the facts, in the table's order. */
    List<Hit> evaluate(Map<String, Object> facts) {
        return engine.evaluate(decision, facts).getMatchingRules().stream()
                .map(this::hit)
                .toList();
    }

    private Hit hit(DmnEvaluatedDecisionRule fired) {
        Map<String, Object> row = new LinkedHashMap<>();
        fired.getOutputEntries()
                .forEach((name, entry) -> row.put(name, entry.getValue().getValue()));
        String text = rules.stream()
                .filter(rule -> rule.id().equals(fired.getId()))
                .map(TableRule::text)
                .findFirst()
                .orElse("");
        return new Hit(id(), version, fired.getId(), text, row, List.of());
    }
}
