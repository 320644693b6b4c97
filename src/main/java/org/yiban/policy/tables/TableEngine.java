package org.yiban.policy.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelParseException;

/** The engine's DMN library by itself: the same evaluation in the application and on the command line. */
final class TableEngine implements DmnDecisionTableEvaluationListener {

    private final DmnEngine engine;
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> last = new ThreadLocal<>();

    TableEngine() {
        DmnEngineConfiguration configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this));
        engine = configuration.buildEngine();
    }

    List<Table> parse(TableFile file) {
        try {
            DmnModelInstance model = Dmn.readModelFromStream(file.open());
            Map<String, String> ruleTexts = new HashMap<>();
            for (Rule rule : model.getModelElementsByType(Rule.class)) {
                if (rule.getDescription() != null) {
                    ruleTexts.put(rule.getId(), rule.getDescription().getTextContent());
                }
            }
            return engine.parseDecisions(model).stream()
                    .map(decision -> new Table(this, file.path(), file.version(), decision, ruleTexts))
                    .toList();
        } catch (DmnEngineException | DmnModelException | ModelParseException e) {
            throw new DecisionTableException("决策表文件 %s 读不懂：%s".formatted(file.path(), e.getMessage()), e);
        }
    }

    /** Evaluates a table and tells which rows fired: the result says what, the event says which. */
    DmnDecisionTableEvaluationEvent evaluate(DmnDecision decision, Map<String, Object> facts) {
        try {
            engine.evaluateDecisionTable(decision, facts);
            return last.get();
        } catch (DmnEngineException | FeelException e) {
            throw new DecisionTableException("决策表 %s 不能作答：%s".formatted(decision.getKey(), e.getMessage()), e);
        } finally {
            last.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        last.set(event);
    }
}
