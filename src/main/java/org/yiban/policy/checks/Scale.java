package org.yiban.policy.checks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yiban.policy.Fact;
import org.yiban.policy.Fact.Presence;
import org.yiban.policy.FactType;
import org.yiban.policy.feel.Literal;

/**
 * The values of a fact as whole numbers in a row, so that every test of a cell is a set of intervals: days since 1970,
 * months, cents, places in the list of choices. Texts have their places in the order in which cells name them; place 0
 * stands for all others.
 */
final class Scale {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final long MOST = 1_000_000_000_000L;
    private static final String OTHER_TEXT = "—";

    private final Fact fact;
    private final List<Object> listed = new ArrayList<>();

    Scale(Fact fact) {
        this.fact = fact;
        switch (fact.type()) {
            case FLAG -> listed.addAll(List.of(false, true));
            case CHOICE -> listed.addAll(fact.choices().keySet());
            case REGION, MONTH, WAGE_ANNOUNCEMENTS, TEXT -> listed.add(OTHER_TEXT);
            case DATE, YEAR, COUNT, MONEY, RATE -> {}
        }
    }

    Fact fact() {
        return fact;
    }

    /** Whether values lie in order, so that comparisons and intervals mean something. */
    boolean ordered() {
        return listed.isEmpty();
    }

    /** Whether a question may state that there is no value. */
    boolean mayBeNothing() {
        return fact.presence() == Presence.NONE && fact.whenEmpty() == null;
    }

    long least() {
        if (fact.type() == FactType.DATE) {
            return FIRST_DAY.toEpochDay();
        }
        return fact.least() == null ? 0 : steps(fact.least()).longValueExact();
    }

    long most() {
        if (fact.type() == FactType.DATE) {
            return LAST_DAY.toEpochDay();
        }
        if (!ordered()) {
            return listed.size() - 1L;
        }
        return fact.most() == null ? MOST : steps(fact.most()).longValueExact();
    }

    /** Why a cell may not name a value under this fact, in Chinese; {@code null} if it may. */
    String objection(Literal literal) {
        if (literal instanceof Literal.Nothing) {
            return mayBeNothing() ? null : "“%s”不会没有值，不能写 null".formatted(fact.label());
        }
        String allowed = "；可以写" + fact.allowed();
        switch (fact.type()) {
            case FLAG -> {
                return literal instanceof Literal.Flag ? null : "“%s”只能是 true 或 false".formatted(fact.label());
            }
            case CHOICE -> {
                boolean known = literal instanceof Literal.Text text && listed.contains(text.value());
                return known ? null : "“%s”没有这个值：%s%s".formatted(fact.label(), written(literal), allowed);
            }
            case REGION, MONTH, WAGE_ANNOUNCEMENTS, TEXT -> {
                return literal instanceof Literal.Text ? null : "“%s”要写带引号的文字".formatted(fact.label());
            }
            case DATE -> {
                boolean day = literal instanceof Literal.Day date
                        && !date.value().isBefore(FIRST_DAY)
                        && !date.value().isAfter(LAST_DAY);
                return day ? null : "“%s”是日期，要写 date(\"年-月-日\")：%s".formatted(fact.label(), written(literal));
            }
            default -> {
                return literal instanceof Literal.Number number && inRange(number.value())
                        ? null
                        : "“%s”没有这个值：%s%s".formatted(fact.label(), written(literal), allowed);
            }
        }
    }

    /** The place of a value that a cell may name. */
    long place(Literal literal) {
        if (literal instanceof Literal.Day day) {
            return day.value().toEpochDay();
        }
        if (literal instanceof Literal.Number number) {
            return steps(number.value()).longValueExact();
        }
        Object value = literal instanceof Literal.Flag flag ? flag.value() : ((Literal.Text) literal).value();
        if (!listed.contains(value)) {
            listed.add(value);
        }
        return listed.indexOf(value);
    }

    /** The plain value at a place. */
    Object value(long place) {
        return switch (fact.type()) {
            case DATE -> LocalDate.ofEpochDay(place).toString();
            case YEAR, COUNT -> (int) place;
            case MONEY -> BigDecimal.valueOf(place, 2);
            case RATE -> BigDecimal.valueOf(place, 4);
            default -> listed.get((int) place);
        };
    }

    private boolean inRange(BigDecimal number) {
        boolean inSteps = steps(number).stripTrailingZeros().scale() <= 0;
        boolean tooSmall = fact.least() != null && number.compareTo(fact.least()) < 0;
        boolean tooLarge = fact.most() != null && number.compareTo(fact.most()) > 0;
        return inSteps && !tooSmall && !tooLarge && steps(number).compareTo(BigDecimal.valueOf(MOST)) < 0;
    }

    private BigDecimal steps(BigDecimal number) {
        return switch (fact.type()) {
            case MONEY -> number.multiply(HUNDRED);
            case RATE -> number.multiply(TEN_THOUSAND);
            default -> number;
        };
    }

    private static String written(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (literal instanceof Literal.Day day) {
            return day.value().toString();
        }
        if (literal instanceof Literal.Flag flag) {
            return String.valueOf(flag.value());
        }
        return literal instanceof Literal.Number number ? number.value().toPlainString() : "null";
    }
}
