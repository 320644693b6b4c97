package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yiban.policy.FactType;
import org.yiban.policy.families.Family;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;
import org.yiban.policy.feel.UnreadableCellException;
import org.yiban.policy.gaps.Gap;
import org.yiban.policy.tables.WrittenTable;

/** Reads what the rules of a family's tables ask, and tells what it cannot read or what no fact can be. */
final class InputCheck {

    private static final String GAPS = "gaps.yaml";

    private final Map<String, Scale> scales;
    private final FindingList findings;

    InputCheck(Map<String, Scale> scales, FindingList findings) {
        this.scales = scales;
        this.findings = findings;
    }

    /** The rules of a table that could be read. */
    List<ReadRule> read(WrittenTable table) {
        table.inputs().forEach(input -> checkColumn(table, input));
        List<ReadRule> read = new ArrayList<>();
        for (WrittenTable.Rule rule : table.rules()) {
            if (rule.asks().size() != table.inputs().size()) {
                findings.error(
                        FindingKind.STRUCTURE,
                        table,
                        rule,
                        "有 %d 个条件格，表有 %d 个条件列"
                                .formatted(rule.asks().size(), table.inputs().size()));
                continue;
            }
            Map<String, List<CellTest>> cells = cells(table, rule);
            if (cells != null) {
                read.add(new ReadRule(table, rule, cells));
            }
        }
        return read;
    }

    /** Whether what an explained gap asks can be asked of this family; tells what cannot. */
    boolean understands(Gap gap, Family family) {
        int before = findings.size();
        gap.when().forEach((fact, cell) -> {
            Scale scale = scales.get(fact);
            String where = "第 %d 行 %s（%s）：".formatted(gap.line(), gap.id(), family.name());
            if (scale == null) {
                findings.error(FindingKind.UNKNOWN_FACT, GAPS, where + "没有事实 " + fact);
                return;
            }
            try {
                CellTest.read(cell).spans().stream()
                        .map(span -> objection(span, scale))
                        .filter(Objects::nonNull)
                        .forEach(objection -> findings.error(FindingKind.UNKNOWN_VALUE, GAPS, where + objection));
            } catch (UnreadableCellException e) {
                findings.error(FindingKind.UNREADABLE, GAPS, where + cell + "：" + e.getMessage());
            }
        });
        return findings.size() == before;
    }

    private void checkColumn(WrittenTable table, WrittenTable.Input input) {
        Scale scale = scales.get(input.fact());
        if (scale == null) {
            findings.error(FindingKind.UNKNOWN_FACT, table, "条件列 %s：这一类决策没有这项事实".formatted(input.expression()));
            return;
        }
        boolean date = scale.fact().type() == FactType.DATE;
        if (date != input.asksDate()) {
            findings.error(
                    FindingKind.UNKNOWN_VALUE,
                    table,
                    "条件列 %s：“%s”%s"
                            .formatted(input.expression(), scale.fact().label(), date ? "是日期，要写 date(…)" : "不是日期"));
        }
        if (input.typeRef() != null && !input.typeRef().equals(typeRef(scale))) {
            findings.error(
                    FindingKind.UNKNOWN_VALUE,
                    table,
                    "条件列 %s：类型写作 %s，应%s"
                            .formatted(
                                    input.expression(),
                                    input.typeRef(),
                                    typeRef(scale) == null ? "不写" : "为 " + typeRef(scale)));
        }
        try {
            CellTest.read(input.values()).spans().forEach(span -> object(table, input, null, span, scale));
        } catch (UnreadableCellException e) {
            findings.error(
                    FindingKind.UNREADABLE, table, "条件列 %s 列出的值：%s".formatted(input.expression(), e.getMessage()));
        }
    }

    private static String typeRef(Scale scale) {
        return switch (scale.fact().type()) {
            case DATE -> null;
            case FLAG -> "boolean";
            case YEAR, COUNT -> "integer";
            case MONEY, RATE -> "double";
            default -> "string";
        };
    }

    /** What a rule asks of each fact; {@code null} if a cell of it cannot be read. */
    private Map<String, List<CellTest>> cells(WrittenTable table, WrittenTable.Rule rule) {
        Map<String, List<CellTest>> cells = new LinkedHashMap<>();
        boolean readable = true;
        for (int i = 0; i < table.inputs().size(); i++) {
            WrittenTable.Input input = table.inputs().get(i);
            Scale scale = scales.get(input.fact());
            String cell = rule.asks().get(i);
            if (cell.isEmpty()) {
                continue;
            }
            CellTest test = scale == null ? null : read(table, rule, input, scale, cell);
            if (test == null) {
                readable = false;
            } else {
                cells.computeIfAbsent(input.fact(), fact -> new ArrayList<>()).add(test);
            }
        }
        return readable ? cells : null;
    }

    /** The cell without the values that its fact cannot have; {@code null} if nothing is left to judge by. */
    private CellTest read(
            WrittenTable table, WrittenTable.Rule rule, WrittenTable.Input input, Scale scale, String cell) {
        try {
            CellTest test = CellTest.read(cell);
            List<CellTest.Span> possible = test.spans().stream()
                    .filter(span -> object(table, input, rule, span, scale))
                    .toList();
            return possible.isEmpty() ? null : new CellTest(test.negated(), possible);
        } catch (UnreadableCellException e) {
            findings.error(
                    FindingKind.UNREADABLE,
                    table,
                    rule,
                    "条件列 %s 的格子 %s：%s".formatted(input.expression(), cell, e.getMessage()));
            return null;
        }
    }

    /** Tells what is wrong with a span; whether nothing is. */
    private boolean object(
            WrittenTable table, WrittenTable.Input input, WrittenTable.Rule rule, CellTest.Span span, Scale scale) {
        String objection = objection(span, scale);
        if (objection != null) {
            findings.error(
                    FindingKind.UNKNOWN_VALUE,
                    table,
                    rule == null ? List.of() : List.of(rule.id()),
                    "条件列 %s：%s".formatted(input.expression(), objection),
                    Map.of());
        }
        return objection == null;
    }

    /** Why a fact cannot be asked whether it lies in a span, in Chinese; {@code null} if it can. */
    private static String objection(CellTest.Span span, Scale scale) {
        boolean nothing = span.from() instanceof Literal.Nothing || span.to() instanceof Literal.Nothing;
        if ((nothing || !scale.ordered()) && !span.single()) {
            return "“%s”不是数或日期，不能比较大小".formatted(scale.fact().label());
        }
        String objection = span.from() == null ? null : scale.objection(span.from());
        return objection == null && span.to() != null ? scale.objection(span.to()) : objection;
    }
}
