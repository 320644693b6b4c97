package org.yiban.policy.feel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cell's test, read once, that judges values as the engine's FEEL does. It exists for the forms of cells that are
 * proved equal to FEEL, and speaks only of values for which it is: all others are for FEEL itself (docs/adr/0014).
 *
 * <p>As in FEEL a span may know no answer: a number of a text, a comparison of nothing. Then the test fails, negated or
 * not, unless another span takes the value.
 */
public final class UnaryTest {

    private static final Pattern ANY = Pattern.compile("\\s*-\\s*");
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private enum Truth {
        YES,
        NO,
        UNKNOWN;

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    private final CellTest test;

    private UnaryTest(CellTest test) {
        this.test = test;
    }

    /** Reads a cell; empty if it is in no form that is proved. */
    public static Optional<UnaryTest> of(String cell) {
        if (ANY.matcher(cell).matches()) {
            return Optional.of(new UnaryTest(CellTest.ANY));
        }
        if (cell.isBlank() || cell.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        try {
            CellTest test = new CellReader(cell).read();
            return proved(test) ? Optional.of(new UnaryTest(test)) : Optional.empty();
        } catch (UnreadableCellException e) {
            return Optional.empty();
        }
    }

    /** What the cell asks. */
    public CellTest asks() {
        return test;
    }

    /** Judges a value: a text, a truth value, a whole or decimal number, a day, or {@code null}. */
    public Verdict judge(Object value) {
        if (!test.asks()) {
            return Verdict.PASS;
        }
        Object plain = value instanceof Number number ? decimal(number) : value;
        if (value != null && (plain == null || !judges(plain))) {
            return Verdict.UNPROVEN;
        }
        boolean unknown = false;
        for (CellTest.Span span : test.spans()) {
            Truth truth = truth(span, plain);
            if (truth == Truth.YES) {
                return Verdict.of(!test.negated());
            }
            unknown |= truth == Truth.UNKNOWN;
        }
        return Verdict.of(test.negated() && !unknown);
    }

    /** The exact decimal of a number; {@code null} if it is of a kind that is not judged here. */
    static BigDecimal decimal(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short) {
            return BigDecimal.valueOf(number.longValue());
        }
        return number instanceof BigDecimal decimal && exact(decimal) ? decimal : null;
    }

    private static boolean judges(Object value) {
        return value instanceof BigDecimal
                || value instanceof String
                || value instanceof Boolean
                || value instanceof LocalDate;
    }

    private static Truth truth(CellTest.Span span, Object value) {
        if (span.from() instanceof Literal.Nothing) {
            return Truth.of(value == null);
        }
        if (span.written() && value == null) {
            return Truth.NO;
        }
        Literal end = span.from() == null ? span.to() : span.from();
        if (end instanceof Literal.Text text) {
            return value instanceof String other ? Truth.of(text.value().equals(other)) : Truth.UNKNOWN;
        }
        if (end instanceof Literal.Flag flag) {
            return value instanceof Boolean other ? Truth.of(flag.value() == other) : Truth.UNKNOWN;
        }
        if (end instanceof Literal.Number) {
            return value instanceof BigDecimal number ? between(span, number, UnaryTest::number) : Truth.UNKNOWN;
        }
        return value instanceof LocalDate day ? between(span, day, UnaryTest::day) : Truth.UNKNOWN;
    }

    /** How an end of a span compares with a value. */
    @FunctionalInterface
    private interface Comparing<T> {
        int compare(Literal end, T value);
    }

    private static <T> Truth between(CellTest.Span span, T value, Comparing<T> ends) {
        int from = span.from() == null ? -1 : ends.compare(span.from(), value);
        int to = span.to() == null ? 1 : ends.compare(span.to(), value);
        return Truth.of((span.fromIncluded() ? from <= 0 : from < 0) && (span.toIncluded() ? to >= 0 : to > 0));
    }

    private static int number(Literal end, BigDecimal value) {
        return ((Literal.Number) end).value().compareTo(value);
    }

    private static int day(Literal end, LocalDate value) {
        return ((Literal.Day) end).value().compareTo(value);
    }

    private static boolean proved(CellTest test) {
        List<CellTest.Span> spans = test.spans();
        boolean alone = spans.size() == 1 && !test.negated();
        return spans.stream().allMatch(span -> span.written() ? provedValue(span.from(), alone) : provedRange(span));
    }

    /** FEEL takes {@code true} in a list or a negation for an expression that holds whatever the value is. */
    private static boolean provedValue(Literal value, boolean alone) {
        return value instanceof Literal.Flag
                ? alone
                : !(value instanceof Literal.Number || value instanceof Literal.Day) || provedEnd(value);
    }

    private static boolean provedRange(CellTest.Span span) {
        boolean sameKind = span.from() == null
                || span.to() == null
                || span.from().getClass() == span.to().getClass();
        return sameKind
                && (span.from() == null || provedEnd(span.from()))
                && (span.to() == null || provedEnd(span.to()));
    }

    private static boolean provedEnd(Literal end) {
        if (end instanceof Literal.Number number) {
            return exact(number.value());
        }
        return end instanceof Literal.Day day
                && day.value().getYear() >= FIRST_YEAR
                && day.value().getYear() <= LAST_YEAR;
    }

    /** FEEL counts with so many digits; what has more it may round. */
    private static boolean exact(BigDecimal number) {
        return number.precision() <= MathContext.DECIMAL128.getPrecision();
    }
}
