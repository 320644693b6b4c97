package org.yiban.policy.feel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the forms of unary tests that tables use: literals, lists, comparisons, intervals, {@code not(…)}. */
final class CellReader {

    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern NOT = Pattern.compile("not\\s*\\(");
    private static final Pattern COMPARISON = Pattern.compile("<=|>=|<|>");
    private static final Pattern DAY = Pattern.compile("date\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern FLAG = Pattern.compile("(true|false)\\b");
    private static final Pattern NOTHING = Pattern.compile("null\\b");
    private static final Pattern OPENING = Pattern.compile("[\\[(\\]]");
    private static final Pattern CLOSING = Pattern.compile("[])\\[]");
    private static final Pattern TO = Pattern.compile("\\.\\.");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern END = Pattern.compile("\\)");

    private final String cell;
    private int at;

    CellReader(String cell) {
        this.cell = cell;
    }

    CellTest read() {
        boolean negated = accept(NOT) != null;
        List<CellTest.Span> spans = new ArrayList<>();
        do {
            spans.add(span());
        } while (accept(COMMA) != null);
        if (negated && accept(END) == null) {
            throw unreadable();
        }
        accept(SPACE);
        if (at < cell.length()) {
            throw unreadable();
        }
        return new CellTest(negated, spans);
    }

    /** Reads a cell that holds one literal; {@code null} if it holds anything else. */
    static Literal literal(String cell) {
        CellReader reader = new CellReader(cell);
        Literal literal = reader.literalOrNull();
        reader.accept(SPACE);
        return reader.at < cell.length() ? null : literal;
    }

    private CellTest.Span span() {
        String comparison = accept(COMPARISON);
        if (comparison != null) {
            Literal end = literal();
            boolean included = comparison.length() > 1;
            return comparison.startsWith("<")
                    ? new CellTest.Span(null, false, end, included)
                    : new CellTest.Span(end, included, null, false);
        }
        String opening = accept(OPENING);
        if (opening == null) {
            return CellTest.Span.only(literal());
        }
        Literal from = literal();
        if (accept(TO) == null) {
            throw unreadable();
        }
        Literal to = literal();
        String closing = accept(CLOSING);
        if (closing == null) {
            throw unreadable();
        }
        return new CellTest.Span(from, opening.equals("["), to, closing.equals("]"));
    }

    private Literal literal() {
        Literal literal = literalOrNull();
        if (literal == null) {
            throw unreadable();
        }
        return literal;
    }

    private Literal literalOrNull() {
        String day = accept(DAY);
        if (day != null) {
            return new Literal.Day(day(day));
        }
        String text = accept(TEXT);
        if (text != null) {
            return new Literal.Text(text);
        }
        String flag = accept(FLAG);
        if (flag != null) {
            return new Literal.Flag(Boolean.parseBoolean(flag));
        }
        if (accept(NOTHING) != null) {
            return new Literal.Nothing();
        }
        String number = accept(NUMBER);
        return number == null ? null : new Literal.Number(new BigDecimal(number));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableCellException("没有这一天：" + text);
        }
    }

    /** What a pattern matches here, its first group if it has one; {@code null} if it does not match. */
    private String accept(Pattern pattern) {
        if (pattern != SPACE) {
            accept(SPACE);
        }
        Matcher matcher = pattern.matcher(cell).region(at, cell.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : matcher.group();
    }

    private UnreadableCellException unreadable() {
        return new UnreadableCellException("只能写值、几个值、比较、区间或 not(…)");
    }
}
