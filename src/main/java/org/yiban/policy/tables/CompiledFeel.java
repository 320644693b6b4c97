package org.yiban.policy.tables;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.yiban.policy.feel.SimpleExpression;
import org.yiban.policy.feel.UnaryTest;
import org.yiban.policy.feel.Verdict;

/**
 * FEEL that reads each text once. What lies outside the forms and values proved equal to the engine's own FEEL is asked
 * of that (docs/adr/0014).
 */
final class CompiledFeel implements FeelEngine {

    private static final String INPUT = "cellInput";

    private final FeelEngine stock;
    private final Map<String, Optional<UnaryTest>> tests = new ConcurrentHashMap<>();
    private final Map<String, Optional<SimpleExpression>> expressions = new ConcurrentHashMap<>();

    CompiledFeel(FeelEngine stock) {
        this.stock = stock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Optional<SimpleExpression> read = expressions.computeIfAbsent(expression, SimpleExpression::of);
        Object value = read.isEmpty() ? SimpleExpression.UNPROVEN : read.get().evaluate(name -> value(name, variables));
        return value == SimpleExpression.UNPROVEN ? stock.evaluateSimpleExpression(expression, variables) : (T) value;
    }

    /** Whether a test lets a value pass. */
    boolean passes(String test, Object value) {
        Verdict verdict = judge(test, value);
        return verdict == Verdict.UNPROVEN
                ? stock.evaluateSimpleUnaryTests(
                        test, INPUT, Variables.putValue(INPUT, value).asVariableContext())
                : verdict == Verdict.PASS;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
        Verdict verdict = judge(test, value(input, variables));
        return verdict == Verdict.UNPROVEN
                ? stock.evaluateSimpleUnaryTests(test, input, variables)
                : verdict == Verdict.PASS;
    }

    private Verdict judge(String test, Object value) {
        Optional<UnaryTest> read = tests.computeIfAbsent(test, UnaryTest::of);
        return read.isEmpty() ? Verdict.UNPROVEN : read.get().judge(value);
    }

    private static Object value(String name, VariableContext variables) {
        TypedValue value = variables.resolve(name);
        return value == null ? null : value.getValue();
    }
}
