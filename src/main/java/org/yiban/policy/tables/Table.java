package org.yiban.policy.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** A parsed table and the file it stands in. */
record Table(TableEngine engine, String file, String version, DmnDecision decision, Map<String, String> ruleTexts) {

    String id() {
        return decision.getKey();
    }

    /** The rows that fire on the facts, in the table's order. */
    List<Hit> evaluate(Map<String, Object> facts) {
        return engine.evaluate(decision, facts).getMatchingRules().stream()
                .map(this::hit)
                .toList();
    }

    private Hit hit(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> row = new LinkedHashMap<>();
        rule.getOutputEntries()
                .forEach((name, entry) -> row.put(name, entry.getValue().getValue()));
        return new Hit(id(), version, rule.getId(), ruleTexts.get(rule.getId()), row);
    }
}
