package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.yiban.policy.feel.SimpleExpression;
import org.yiban.policy.feel.UnaryTest;
import org.yiban.policy.feel.Verdict;

/** Compiled tests and expressions say what the FEEL says that the engine is shipped with, or nothing. */
class CompiledCellsTest {

    private static final String INPUT = "cellInput";
    private static final FeelEngine STOCK = new ScalaFeelEngineFactory().createInstance();

    private static final List<String> ODD_CELLS = List.of(
            "-",
            " - ",
            "--",
            "null",
            " null ",
            "not(null)",
            "not(not(\"a\"))",
            "\"a\",\"b\",null",
            "not(\"a\",null)",
            "[1..2]",
            "]1..2[",
            "(1..2)",
            "[1..2)",
            "[2..1]",
            "(2..2)",
            "[2..2]",
            "not([2..2])",
            "not([1..12])",
            "not(12)",
            "not(\"X\")",
            "1,[3..12]",
            "[1..3],[5..12]",
            "< 3,> 12",
            "not(< 3,> 11)",
            "< \"b\"",
            "[\"a\"..\"c\"]",
            "[\"X\"..\"X\"]",
            "not(< \"b\")",
            "date(\"2022-02-30\")",
            "not(date(\"2022-02-30\"))",
            "date(\"2022-04-01\")",
            "not(date(\"2022-04-01\"))",
            "not(> date(\"2022-04-01\"))",
            "[date(\"2022-01-01\")..date(\"2022-12-31\")]",
            "[1..date(\"2022-12-31\")]",
            "< date(\"12022-04-01\")",
            "< date(\"+12022-04-01\")",
            "> date(\"-2022-04-01\")",
            "> date(\"0000-01-01\")",
            "date ( \"2022-04-01\" )",
            "date(2022,4,1)",
            "@\"2022-04-01\"",
            "? > 3",
            "? = \"X\"",
            "abs(?) = 1",
            "true",
            "false",
            "not(true)",
            "not(false)",
            "true,false",
            "false,true",
            "\"X\",true",
            "true,\"X\"",
            "\"X\",false",
            "false,\"X\"",
            "not(\"X\",true)",
            "\"X\",12",
            "not(\"X\",12)",
            "not(12,\"X\")",
            "\"X\",date(\"2022-04-01\"),12",
            "not(\"X\",[1..3])",
            "not([1..3],\"X\")",
            "\"\\u0058\"",
            "\"\\\"\"",
            "\"a\\nb\"",
            "\"a\nb\"",
            "\"\"",
            "not(\"\")",
            " \n 12 \t",
            "12,\n13",
            "\u3000\"X\"",
            "12\u00a0",
            "\"X\" // comment",
            "/* c */ 12",
            "// 12",
            "12 // 13",
            "012",
            "12.0",
            "12.00",
            "-1",
            "- 1",
            "-(1)",
            "+1",
            ".5",
            "1.",
            "1e3",
            "1E3",
            ">= -1",
            "> - 1",
            "[-1..1]",
            "0.1234567890123456789012345678901234567",
            "< 0.12345678901234567890123456789012345678",
            "99999999999999999999999999999999999999",
            "trueX",
            "nullX",
            "true1",
            "not true",
            "not (12)",
            "not( 12 )",
            "NOT(12)",
            "X",
            "cellInput",
            "cellInput = 12",
            "[1,2]",
            "[\"X\"]",
            "[1..2",
            "(1",
            "1..2",
            "<",
            ">= null",
            "< true",
            "[null..2]",
            "{}",
            "\"X\" or \"Y\"",
            "\"X\";12",
            "12,",
            ",12",
            "in [1..3]",
            "<=12",
            ">=12,",
            "<  =12",
            "< 12",
            "date(\"2022-04-01\"),null",
            "\"X\"\"Y\"",
            "\"X\" \"Y\"",
            "12 13",
            "‘X’",
            "\"中文\"",
            "不等于");

    private static final List<String> ODD_EXPRESSIONS = List.of(
            "value",
            " value ",
            "date(value)",
            "date( value )",
            "date (value)",
            "date(value).year",
            "value + 1",
            "-value",
            "absent",
            "date(absent)",
            "null",
            "true",
            "false",
            "trueValue",
            "nullValue",
            "\"text\"",
            "\"\"",
            "\"a\\nb\"",
            "12",
            "-12",
            "- 12",
            "0.07",
            "12.0",
            "12.50",
            "1e3",
            ".5",
            "99999999999999999999",
            "-0.0",
            "0",
            "00",
            "123456789012345678",
            "1234567890123456789",
            "0.1234567890123456789",
            "date(\"2022-04-01\")",
            "date(\"2022-02-30\")",
            "[1]",
            "not(value)",
            "function",
            "in",
            "if",
            "item",
            "date",
            "value.x",
            "`value`",
            "\"中文\"",
            "值");

    @Test
    void everyCellJudgesEveryValueAsTheShippedFeelOrLeavesItToThat() {
        // given
        Set<String> packaged = packagedCells();
        Set<String> cells = new TreeSet<>(packaged);
        cells.addAll(ODD_CELLS);
        DifferentialValues values = new DifferentialValues();
        List<String> differing = new ArrayList<>();

        // when
        for (String cell : cells) {
            List<Object> tried = values.near(Set.of(cell), DifferentialValues.TRIES);
            tried.addAll(packaged.contains(cell) ? values.oddOnes() : DifferentialValues.ODD);
            Optional<UnaryTest> test = UnaryTest.of(cell);
            for (Object value : tried) {
                Verdict verdict = test.map(known -> known.judge(value)).orElse(Verdict.UNPROVEN);
                if (verdict != Verdict.UNPROVEN) {
                    String stock = stock(cell, value);
                    if (!stock.equals(verdict.name())) {
                        differing.add("%s of %s: %s, not %s".formatted(cell, shown(value), verdict, stock));
                    }
                }
            }
        }

        // then
        assertThat(differing).isEmpty();
        assertThat(packaged).isNotEmpty().allMatch(cell -> UnaryTest.of(cell).isPresent());
    }

    @Test
    void everyExpressionGivesWhatTheShippedFeelGivesOrLeavesItToThat() {
        // given
        Set<String> expressions = new TreeSet<>(ODD_EXPRESSIONS);
        expressions.addAll(packagedOutputs());
        List<String> differing = new ArrayList<>();

        // when
        for (String expression : expressions) {
            for (Object value : DifferentialValues.ODD) {
                VariableContext variables = Variables.putValue("value", value).asVariableContext();
                Object ours = SimpleExpression.of(expression)
                        .map(known -> {
                            Object given = known.evaluate(name -> name.equals("value") ? value : null);
                            return given == null ? "null" : given;
                        })
                        .orElse(SimpleExpression.UNPROVEN);
                if (ours != SimpleExpression.UNPROVEN && !shown(ours).equals(stock(expression, variables))) {
                    differing.add("%s of %s: %s, not %s"
                            .formatted(expression, shown(value), shown(ours), stock(expression, variables)));
                }
            }
        }

        // then
        assertThat(differing).isEmpty();
        assertThat(packagedOutputs()).isNotEmpty().allMatch(output -> SimpleExpression.of(output)
                .filter(SimpleExpression::isConstant)
                .isPresent());
    }

    private static String stock(String cell, Object value) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(INPUT, value);
        try {
            boolean passes = STOCK.evaluateSimpleUnaryTests(
                    cell, INPUT, Variables.fromMap(variables).asVariableContext());
            return (passes ? Verdict.PASS : Verdict.FAIL).name();
        } catch (FeelException e) {
            return e.getMessage();
        }
    }

    private static String stock(String expression, VariableContext variables) {
        try {
            Object value = STOCK.evaluateSimpleExpression(expression, variables);
            return value == null ? "String null" : shown(value);
        } catch (FeelException e) {
            return e.getMessage();
        }
    }

    private static String shown(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }

    private static Set<String> packagedCells() {
        Set<String> cells = new TreeSet<>();
        SweptPolicy.everyTable()
                .forEach(table -> table.rules().forEach(rule -> rule.cells().forEach(cell -> cells.add(cell.test()))));
        return cells;
    }

    private static Set<String> packagedOutputs() {
        Set<String> outputs = new TreeSet<>();
        SweptPolicy.everyTable().forEach(table -> table.rules().forEach(rule -> rule.outputs().values().stream()
                .filter(Objects::nonNull)
                .forEach(outputs::add)));
        return outputs;
    }
}
