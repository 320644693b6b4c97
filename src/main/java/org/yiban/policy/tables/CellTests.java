package org.yiban.policy.tables;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;

/** Judges single cells with the engine's own FEEL, each test of a value once. For one question. */
final class CellTests {

    private static final String INPUT = "cellInput";

    private record Question(Cell cell, Object value) {}

    private final FeelEngine feel;
    private final Map<Question, Boolean> judged = new HashMap<>();

    CellTests(FeelEngine feel) {
        this.feel = feel;
    }

    /**
     * Whether a cell lets a fact's value pass.
     *
     * @param plain the fact's plain value; {@code null} if there is none
     * @throws DecisionTableException if the cell cannot be read
     */
    boolean pass(Cell cell, Object plain) {
        return judged.computeIfAbsent(new Question(cell, plain), this::judge);
    }

    private boolean judge(Question question) {
        Cell cell = question.cell();
        try {
            return feel.evaluateSimpleUnaryTests(
                    cell.test(),
                    INPUT,
                    Variables.putValue(INPUT, cell.column().value(question.value()))
                            .asVariableContext());
        } catch (FeelException e) {
            throw new DecisionTableException(
                    "%s 的一格读不懂：%s（%s）".formatted(cell.column().fact(), cell.test(), e.getMessage()), e);
        }
    }
}
