package org.yiban.policy.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Reads every cell of a table when its file is read. The engine itself reads a cell when a question first comes to it,
 * which may be months after the table was written.
 */
final class CellSyntax {

    private static final Pattern DAY = Pattern.compile("date\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final String INPUT = "cellInput";
    private static final VariableContext NO_VALUE =
            Variables.putValue(INPUT, null).asVariableContext();

    private final FeelEngine feel;
    private final TableFile file;
    private final String table;

    CellSyntax(FeelEngine feel, TableFile file, String table) {
        this.feel = feel;
        this.file = file;
        this.table = table;
    }

    /** @throws DecisionTableException naming file, table, rule, column and text of the first cell that cannot be read */
    void requireReadable(DecisionTable source, List<Column> columns) {
        List<Output> outputs = List.copyOf(source.getOutputs());
        for (Rule rule : source.getRules()) {
            List<InputEntry> asked = List.copyOf(rule.getInputEntries());
            List<OutputEntry> said = List.copyOf(rule.getOutputEntries());
            for (int i = 0; i < asked.size(); i++) {
                readTest(rule, columns.get(i).fact(), asked.get(i).getText().getTextContent());
            }
            for (int i = 0; i < said.size(); i++) {
                readValue(rule, outputs.get(i).getName(), said.get(i).getText().getTextContent());
            }
        }
    }

    private void readTest(Rule rule, String column, String test) {
        try {
            if (!Cell.asksNothing(test.strip())) {
                feel.evaluateSimpleUnaryTests(test, INPUT, NO_VALUE);
                requireDays(test);
            }
        } catch (FeelException | DateTimeException e) {
            throw unreadable(rule, column, test, "只能写值、几个值、比较、区间或 not(…)，日期写 date(\"年-月-日\")，且要有这一天", e);
        }
    }

    /** To FEEL a day that does not exist is no value, which passes no test. */
    private static void requireDays(String test) {
        DAY.matcher(test).results().forEach(day -> LocalDate.parse(day.group(1)));
    }

    private void readValue(Rule rule, String column, String value) {
        try {
            if (!value.isBlank()) {
                feel.evaluateSimpleExpression(value, NO_VALUE);
            }
        } catch (FeelException e) {
            throw unreadable(rule, column, value, "只能写一个值", e);
        }
    }

    private DecisionTableException unreadable(
            Rule rule, String column, String text, String allowed, RuntimeException cause) {
        return new DecisionTableException(
                "文件 %s 决策表 %s 规则 %s 列 %s 的一格读不懂：%s；%s"
                        .formatted(file.path(), table, rule.getId(), column, text.strip(), allowed),
                cause);
    }
}
