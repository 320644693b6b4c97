package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelExpressionsTest {

    private final ModelExpressions expressions = new ModelExpressions(Map.of());

    @BeforeEach
    void nothingHasRun() {
        EvaluationProbe.RUNS.set(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EvaluationProbe.EXPRESSION,
                "${''.getClass()}",
                "${''['class']}",
                "${''['get'.concat('Class')]()}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngine}"
            })
    void anExpressionReachesNeitherClassesNorTheEngine(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ELException.class);
        assertThat(EvaluationProbe.RUNS).hasValue(0);
    }

    @Test
    void valuesAreReadAsBefore() {
        assertThat(evaluate("${pool.length()}")).isEqualTo(6);
        assertThat(evaluate("review${pool}")).isEqualTo("review371500");
    }

    private Object evaluate(String expression) {
        return expressions
                .createValueExpression(expression)
                .getValue(expressions.createElContext(Variables.createVariables()
                        .putValue("pool", "371500")
                        .putValue("execution", "anything")
                        .asVariableContext()));
    }
}
