package org.yiban.policy.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/**
 * A parsed table and the file it stands in.
 *
 * @param collects whether several rows may fire on the same facts
 * @param lanes its inputs, in order
 * @param rules its rows, in order
 * @param says what each row says, in their order; empty if only the engine can tell
 */
record Table(
        TableEngine engine,
        String file,
        String version,
        DmnDecision decision,
        boolean collects,
        List<Lane> lanes,
        List<TableRule> rules,
        List<Hit> says) {

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

    /** Its inputs, in order. */
    List<Column> columns() {
        return lanes.stream().map(Lane::column).toList();
    }

    /** Whether what its rows say is known without the engine. */
    boolean constant() {
        return !says.isEmpty();
    }

    /** What the facts stated leave of it. */
    Judged judge(Map<String, Object> known, Set<String> open) {
        return new Judged(this, known, open);
    }

    /** The rows that fire on the facts, in the table's order: by what is proved, else as the engine says. */
    List<Hit> fired(Map<String, Object> facts) {
        Judged judged = judge(facts, Set.of());
        return judged.proved()
                ? Bits.list(judged.standing()).stream().map(says::get).toList()
                : evaluate(facts);
    }

    /** The rows that fire on the facts, in the table's order, as the engine says. */
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
