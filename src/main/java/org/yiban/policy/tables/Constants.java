package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.HitPolicyEntry;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.yiban.policy.feel.SimpleExpression;

/** What the rows of a table say, converted as the engine would, once: outputs are constants. */
final class Constants {

    /** Those whose rows fire for themselves: what others fire does not change them. */
    private static final Set<HitPolicy> PLAIN = Set.of(HitPolicy.UNIQUE, HitPolicy.COLLECT, HitPolicy.RULE_ORDER);

    private Constants() {}

    /** What each row says, in their order; empty if the engine must be asked when they fire. */
    static List<Hit> of(DmnDecision decision, String version, List<Table.TableRule> rules) {
        DmnDecisionTableImpl table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        HitPolicyEntry policy = table.getHitPolicyHandler().getHitPolicyEntry();
        if (!PLAIN.contains(policy.getHitPolicy()) || policy.getAggregator() != null || !speaksFeel(table)) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Table.TableRule rule = rules.get(i);
            Optional<Map<String, Object>> row =
                    row(table.getOutputs(), table.getRules().get(i));
            if (row.isEmpty()) {
                return List.of();
            }
            hits.add(new Hit(decision.getKey(), version, rule.id(), rule.text(), row.get(), List.of()));
        }
        return List.copyOf(hits);
    }

    private static boolean speaksFeel(DmnDecisionTableImpl table) {
        return table.getInputs().stream().allMatch(input -> feel(input.getExpression()))
                && table.getRules().stream()
                        .allMatch(rule -> rule.getConditions().stream().allMatch(Constants::feel)
                                && rule.getConclusions().stream().allMatch(Constants::feel));
    }

    private static boolean feel(DmnExpressionImpl expression) {
        return expression == null || expression.getExpressionLanguage() == null;
    }

    private static Optional<Map<String, Object>> row(
            List<DmnDecisionTableOutputImpl> outputs, DmnDecisionTableRuleImpl rule) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            DmnExpressionImpl conclusion = rule.getConclusions().get(i);
            if (conclusion == null
                    || conclusion.getExpression() == null
                    || conclusion.getExpression().isBlank()) {
                continue;
            }
            Optional<SimpleExpression> says =
                    SimpleExpression.of(conclusion.getExpression()).filter(SimpleExpression::isConstant);
            if (says.isEmpty()) {
                return Optional.empty();
            }
            DmnDecisionTableOutputImpl output = outputs.get(i);
            try {
                Object value = says.get().evaluate(name -> null);
                row.put(
                        output.getOutputName(),
                        output.getTypeDefinition().transform(value).getValue());
            } catch (DmnEngineException e) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableMap(row));
    }
}
