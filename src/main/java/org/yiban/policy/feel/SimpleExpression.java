package org.yiban.policy.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiban.kernel.Days;

/**
 * An expression that tables use for inputs and outputs, read once, that gives what the engine's FEEL gives: a name, the
 * date that a name writes, or a literal. It exists for the forms that are proved equal to FEEL.
 */
public final class SimpleExpression {

    /** Stands for a value for which this reading is not proved: FEEL itself must be asked. */
    public static final Object UNPROVEN = new Object();

    private static final int LONG_DIGITS = 18;
    private static final Pattern NAME = Pattern.compile("\\s*([a-zA-Z]\\w*)\\s*");
    private static final Pattern DATE = Pattern.compile("\\s*date\\(\\s*([a-zA-Z]\\w*)\\s*\\)\\s*");
    private static final Set<String> RESERVED = Set.of(
            "null",
            "true",
            "false",
            "function",
            "in",
            "return",
            "then",
            "else",
            "satisfies",
            "and",
            "or",
            "if",
            "for",
            "some",
            "every",
            "not",
            "between",
            "instance",
            "of",
            "partial",
            "item");

    private final String name;
    private final boolean date;
    private final Object constant;

    private SimpleExpression(String name, boolean date, Object constant) {
        this.name = name;
        this.date = date;
        this.constant = constant;
    }

    /** Reads an expression; empty if it is in no form that is proved. */
    public static Optional<SimpleExpression> of(String expression) {
        Matcher name = NAME.matcher(expression);
        if (name.matches() && !RESERVED.contains(name.group(1))) {
            return Optional.of(new SimpleExpression(name.group(1), false, null));
        }
        Matcher date = DATE.matcher(expression);
        if (date.matches() && !RESERVED.contains(date.group(1))) {
            return Optional.of(new SimpleExpression(date.group(1), true, null));
        }
        return constant(expression);
    }

    private static Optional<SimpleExpression> constant(String expression) {
        if (expression.isBlank() || expression.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        try {
            Object value = value(Literal.read(expression));
            return value == UNPROVEN ? Optional.empty() : Optional.of(new SimpleExpression(null, false, value));
        } catch (UnreadableCellException e) {
            return Optional.empty();
        }
    }

    private static Object value(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Flag flag) {
            return flag.value();
        }
        if (literal instanceof Literal.Number number) {
            return number(number.value());
        }
        return literal instanceof Literal.Nothing ? null : UNPROVEN;
    }

    /** Whether it is the same whatever the variables are. */
    public boolean isConstant() {
        return name == null;
    }

    /**
     * What it gives, of the kinds that FEEL gives: whole numbers as Long, others as Double.
     *
     * @param variables the value of a name; {@code null} if there is none
     * @return {@link #UNPROVEN} if FEEL itself must be asked
     */
    public Object evaluate(Function<String, Object> variables) {
        if (isConstant()) {
            return constant;
        }
        Object value = variables.apply(name);
        return date ? day(value) : plain(value);
    }

    private static Object day(Object value) {
        if (value instanceof String text) {
            LocalDate day = Days.parse(text);
            return day == null ? UNPROVEN : day;
        }
        return value instanceof LocalDate ? value : UNPROVEN;
    }

    private static Object plain(Object value) {
        if (value instanceof Number number) {
            BigDecimal decimal = UnaryTest.decimal(number);
            return decimal == null ? UNPROVEN : number(decimal);
        }
        boolean known =
                value == null || value instanceof String || value instanceof Boolean || value instanceof LocalDate;
        return known ? value : UNPROVEN;
    }

    private static Object number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() > 0) {
            return number.doubleValue();
        }
        boolean fits = shortest.precision() - shortest.scale() <= LONG_DIGITS;
        return fits ? (Object) shortest.longValueExact() : UNPROVEN;
    }
}
