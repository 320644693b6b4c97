package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The engine's DMN library by itself on one table: as it is shipped, or with compiled tests behind its FEEL. */
public final class EngineVariant {

    private final List<DmnDecisionTableEvaluationEvent> events = new ArrayList<>(1);
    private final DmnEngine engine;
    private final DmnDecision decision;

    public EngineVariant(String file, String table, boolean compiled) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(events::add));
        if (compiled) {
            configuration.setFeelEngineFactory(new CompiledFeelFactory());
        }
        engine = configuration.buildEngine();
        DmnModelInstance model =
                Dmn.readModelFromStream(EngineVariant.class.getResourceAsStream("/processes/policy/" + file));
        decision = engine.parseDecision(table, model);
    }

    /** The row that fires. */
    public String rule(Map<String, Object> facts) {
        events.clear();
        engine.evaluateDecisionTable(decision, facts);
        return events.get(0).getMatchingRules().get(0).getId();
    }

    /** The table as it is written. */
    public static WrittenTable written(String table) {
        return WrittenTables.packaged().tables().stream()
                .filter(written -> written.id().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
