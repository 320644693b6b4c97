package org.yiban.policy.checks;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.TableOutput;
import org.yiban.policy.families.Family;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;
import org.yiban.policy.feel.UnreadableCellException;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.Speaker;
import org.yiban.policy.tables.WrittenTable;

/** What rules state: outputs that the family knows, values that they may have, provisions that a source has. */
final class OutputCheck {

    private static final Pattern AMBIGUITY = Pattern.compile("\\bA\\d{2}\\b");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final String REFER = Outcome.REFER.name();

    private final Family family;
    private final Map<String, TableOutput> known;
    private final Sources sources;
    private final FindingList findings;

    OutputCheck(Family family, Sources sources, FindingList findings) {
        this.family = family;
        this.known = family.outputs().stream().collect(Collectors.toMap(TableOutput::name, Function.identity()));
        this.sources = sources;
        this.findings = findings;
    }

    void check(WrittenTable table) {
        table.outputs().forEach(output -> column(table, output));
        boolean ofPart = family.parts().stream()
                .map(part -> Speaker.camelCase(family.name() + "/" + part) + "_")
                .anyMatch(table.id()::startsWith);
        boolean decides =
                family.results().stream().anyMatch(result -> result.name().equals(Result.OUTCOME));
        if (decides && !ofPart) {
            requireColumn(table, Result.OUTCOME);
        }
        boolean needsBasis = decides && !standsForNoDocument(table);
        if (needsBasis) {
            requireColumn(table, Result.BASIS);
        }
        table.rules().forEach(rule -> rule(table, rule, needsBasis));
    }

    private boolean standsForNoDocument(WrittenTable table) {
        return sources.documents().stream()
                .noneMatch(document -> table.id().endsWith("_" + document.id().replace('-', '_')));
    }

    private void requireColumn(WrittenTable table, String name) {
        if (table.outputs().stream().noneMatch(output -> output.name().equals(name))) {
            findings.error(FindingKind.OUTPUT, table, "缺少输出列 " + name);
        }
    }

    private void column(WrittenTable table, WrittenTable.Output output) {
        TableOutput declared = known.get(output.name());
        if (declared == null) {
            findings.error(
                    FindingKind.OUTPUT,
                    table,
                    "这一类决策没有输出 %s；可以写 %s".formatted(output.name(), String.join("、", names())));
            return;
        }
        if (!declared.kind().typeRef().equals(output.typeRef())) {
            findings.error(
                    FindingKind.OUTPUT,
                    table,
                    "输出列 %s：类型写作 %s，应为 %s"
                            .formatted(
                                    output.name(),
                                    output.typeRef(),
                                    declared.kind().typeRef()));
        }
        for (Literal listed : listed(output)) {
            String objection = objection(declared, listed);
            if (objection != null) {
                findings.error(FindingKind.OUTPUT, table, "输出列 %s 列出的值：%s".formatted(output.name(), objection));
            }
        }
    }

    private List<String> names() {
        return family.outputs().stream().map(TableOutput::name).toList();
    }

    private static List<Literal> listed(WrittenTable.Output output) {
        try {
            return CellTest.read(output.values()).spans().stream()
                    .map(CellTest.Span::from)
                    .toList();
        } catch (UnreadableCellException e) {
            return List.of();
        }
    }

    private void rule(WrittenTable table, WrittenTable.Rule rule, boolean needsBasis) {
        boolean refers = false;
        boolean grounded = false;
        for (int i = 0; i < Math.min(table.outputs().size(), rule.says().size()); i++) {
            WrittenTable.Output output = table.outputs().get(i);
            String cell = rule.says().get(i);
            if (cell.isEmpty()) {
                continue;
            }
            cell(table, rule, output, cell);
            refers |= output.name().equals(Result.OUTCOME) && cell.equals('"' + REFER + '"');
            grounded |= output.name().equals(Result.BASIS);
        }
        if (rule.says().size() != table.outputs().size()) {
            findings.error(
                    FindingKind.STRUCTURE,
                    table,
                    rule,
                    "有 %d 个结论格，表有 %d 个结论列"
                            .formatted(rule.says().size(), table.outputs().size()));
        }
        outcomeStated(table, rule);
        if (needsBasis && !refers && !grounded) {
            findings.error(FindingKind.NO_BASIS, table, rule, "作出结论而没有写依据（basis）");
        }
        ambiguities(table, rule);
    }

    private void outcomeStated(WrittenTable table, WrittenTable.Rule rule) {
        for (int i = 0; i < Math.min(table.outputs().size(), rule.says().size()); i++) {
            if (table.outputs().get(i).name().equals(Result.OUTCOME)
                    && rule.says().get(i).isEmpty()) {
                findings.error(FindingKind.OUTPUT, table, rule, "没有写结论（outcome）");
            }
        }
    }

    private void cell(WrittenTable table, WrittenTable.Rule rule, WrittenTable.Output output, String cell) {
        TableOutput declared = known.get(output.name());
        Literal literal = literal(cell);
        if (literal == null) {
            findings.error(FindingKind.UNREADABLE, table, rule, "输出 %s 只能写一个值，不能写 %s".formatted(output.name(), cell));
            return;
        }
        String objection = declared == null ? null : objection(declared, literal);
        List<Literal> listed = listed(output);
        if (objection == null && !listed.isEmpty() && !listed.contains(literal)) {
            objection = cell + " 不在这一列列出的值之中";
        }
        if (objection != null) {
            findings.error(FindingKind.OUTPUT, table, rule, "输出 %s：%s".formatted(output.name(), objection));
        } else if (declared != null && declared.kind() == TableOutput.Kind.PROVISIONS) {
            provisions(table, rule, output, ((Literal.Text) literal).value());
        }
    }

    private static Literal literal(String cell) {
        try {
            return Literal.read(cell);
        } catch (UnreadableCellException e) {
            return null;
        }
    }

    /** Why an output cannot have a value, in Chinese; {@code null} if it can. */
    private static String objection(TableOutput declared, Literal literal) {
        String text = literal instanceof Literal.Text written ? written.value() : null;
        BigDecimal number = literal instanceof Literal.Number written ? written.value() : null;
        String words = "只能写 " + String.join("、", declared.values());
        return switch (declared.kind()) {
            case CHOICE -> declared.values().contains(text) ? null : words;
            case CHOICES ->
                text != null && declared.values().containsAll(Arrays.asList(text.split(";")))
                        ? null
                        : words + "，以 ; 相连";
            case FLAG -> literal instanceof Literal.Flag ? null : "只能写 true 或 false";
            case COUNT ->
                number != null
                                && number.signum() >= 0
                                && number.stripTrailingZeros().scale() <= 0
                        ? null
                        : "只能写不小于 0 的整数";
            case DECIMAL -> number != null && number.signum() >= 0 ? null : "只能写不小于 0 的数";
            case RATE ->
                number != null && number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0 ? null : "只能写 0 到 1 的数";
            case MONTH ->
                text != null
                                && (MONTH.matcher(text).matches()
                                        || declared.values().contains(text))
                        ? null
                        : "只能写月份，例如 \"2000-12\""
                                + (declared.values().isEmpty() ? "" : "，或 " + String.join("、", declared.values()));
            case PROVISIONS -> text == null ? "要写带引号的条款" : null;
        };
    }

    private void provisions(WrittenTable table, WrittenTable.Rule rule, WrittenTable.Output output, String joined) {
        for (ProvisionReference provision : ProvisionReference.parseList(joined)) {
            if (sources.provision(provision).isEmpty()) {
                findings.error(FindingKind.BASIS, table, rule, "%s：没有这一条款：%s".formatted(output.name(), provision));
            }
        }
    }

    private void ambiguities(WrittenTable table, WrittenTable.Rule rule) {
        Matcher named = AMBIGUITY.matcher(rule.text());
        while (named.find()) {
            if (sources.ambiguity(named.group()).isEmpty()) {
                findings.error(FindingKind.BASIS, table, rule, "说明里的歧义编号不存在：" + named.group());
            }
        }
    }
}
