package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;
import org.yiban.policy.feel.UnreadableCellException;
import org.yiban.policy.tables.Speaker;
import org.yiban.policy.tables.WrittenTable;

/** The table that says which documents speak where and when, in their order. */
final class Precedence {

    static final String ID = "precedence";
    static final String FILE = ID + ".dmn";

    /**
     * A row: a document that speaks.
     *
     * @param dates the business dates on which it does
     */
    record Row(WrittenTable.Rule rule, Map<String, CellTest> asks, CellTest dates, Speaker speaker) {

        /** Whether it is about a family (or a part of one) and a region; {@code null} is a region no cell names. */
        boolean isAbout(String family, String province, String pool) {
            return passes("family", family) && passes("province", province) && passes("pool", pool);
        }

        /** The families, and parts of families, that it names. */
        Set<String> families() {
            return named("family");
        }

        private boolean passes(String input, String value) {
            CellTest test = asks.get(input);
            return test.negated() != test.spans().contains(CellTest.Span.only(new Literal.Text(value)));
        }

        private Set<String> named(String input) {
            return asks.get(input).spans().stream()
                    .map(span -> ((Literal.Text) span.from()).value())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private final WrittenTable table;
    private final List<Row> rows = new ArrayList<>();

    /** Reads the table; tells of rows that cannot be read. */
    Precedence(WrittenTable table, FindingList findings) {
        this.table = table;
        List<String> inputs =
                table.inputs().stream().map(WrittenTable.Input::fact).toList();
        List<String> outputs =
                table.outputs().stream().map(WrittenTable.Output::name).toList();
        if (!inputs.equals(List.of("family", "province", "pool", "businessDate"))
                || !outputs.equals(List.of("folder", "instrument"))) {
            findings.error(
                    FindingKind.STRUCTURE, table, "列应依次为 family、province、pool、date(businessDate)，输出 folder、instrument");
            return;
        }
        for (WrittenTable.Rule rule : table.rules()) {
            try {
                rows.add(row(rule));
            } catch (UnreadableCellException e) {
                findings.error(FindingKind.UNREADABLE, table, rule, e.getMessage());
            }
        }
    }

    WrittenTable table() {
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    /** The values that rows name under an input. */
    Set<String> named(String input) {
        return rows.stream().flatMap(row -> row.named(input).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Row row(WrittenTable.Rule rule) {
        Map<String, CellTest> asks = new LinkedHashMap<>();
        asks.put("family", texts(rule.asks().get(0)));
        asks.put("province", texts(rule.asks().get(1)));
        asks.put("pool", texts(rule.asks().get(2)));
        CellTest dates = CellTest.read(rule.asks().get(3));
        boolean days = dates.spans().stream().allMatch(span -> isDay(span.from()) && isDay(span.to()));
        if (!days) {
            throw new UnreadableCellException(
                    "业务日期要写 date(\"年-月-日\")：" + rule.asks().get(3));
        }
        String instrument = text(rule.says().get(1));
        return new Row(rule, asks, dates, new Speaker(text(rule.says().get(0)), instrument));
    }

    private static boolean isDay(Literal literal) {
        return literal == null || literal instanceof Literal.Day;
    }

    private static CellTest texts(String cell) {
        CellTest test = CellTest.read(cell);
        boolean texts = test.spans().stream().allMatch(span -> span.single() && span.from() instanceof Literal.Text);
        if (!texts) {
            throw new UnreadableCellException("只能写带引号的文字：" + cell);
        }
        return test;
    }

    private static String text(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (Literal.read(cell) instanceof Literal.Text text) {
            return text.value();
        }
        throw new UnreadableCellException("输出只能写带引号的文字：" + cell);
    }
}
