package org.yiban.policy.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yiban.kernel.Days;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;
import org.yiban.policy.feel.UnaryTest;
import org.yiban.policy.feel.Verdict;

/**
 * Which rules of a table each value of one input lets pass, a bit a rule. The values that the cells name cut all others
 * into pieces within which the cells judge alike; each piece is judged once, when the table is read.
 */
final class ColumnMasks {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final boolean date;
    private final InputType type;
    private final long[] nothing;
    private final long[] yes;
    private final long[] no;
    private final long[] otherText;
    private final Map<String, long[]> texts = new HashMap<>();
    private final Pieces<LocalDate> days;
    private final Pieces<BigDecimal> numbers;

    /** @param tests what each rule asks; {@code null} if it asks nothing */
    ColumnMasks(boolean date, InputType type, List<UnaryTest> tests) {
        this.date = date;
        this.type = type;
        Function<Object, long[]> judge = value -> judge(tests, value);
        nothing = judge.apply(null);
        yes = judge.apply(true);
        no = judge.apply(false);
        List<String> named = named(tests, Literal.Text.class, Literal.Text::value);
        named.forEach(text -> texts.put(text, judge.apply(text)));
        otherText = judge.apply("—" + String.join("", named));
        days = new Pieces<>(
                named(tests, Literal.Day.class, Literal.Day::value),
                LocalDate.EPOCH,
                day -> day.minusDays(1),
                (day, next) -> day.plusDays(1),
                day -> day.plusDays(1),
                judge::apply);
        numbers = new Pieces<>(
                named(tests, Literal.Number.class, Literal.Number::value),
                BigDecimal.ZERO,
                number -> number.subtract(BigDecimal.ONE),
                (number, next) -> number.add(next).multiply(HALF),
                number -> number.add(BigDecimal.ONE),
                judge::apply);
    }

    /** The rules that let a fact's plain value pass; {@code null} if that is not proved for such a value. */
    long[] passing(Object plain) {
        if (plain == null) {
            return nothing;
        }
        if (date) {
            LocalDate day = plain instanceof String text ? Days.parse(text) : null;
            return day == null ? null : days.of(day);
        }
        if (!type.keeps(plain)) {
            return null;
        }
        if (plain instanceof String text) {
            return texts.getOrDefault(text, otherText);
        }
        if (plain instanceof Boolean flag) {
            return flag ? yes : no;
        }
        return numbers.of(plain instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) plain);
    }

    private static long[] judge(List<UnaryTest> tests, Object value) {
        long[] passing = Bits.none(tests.size());
        for (int rule = 0; rule < tests.size(); rule++) {
            UnaryTest test = tests.get(rule);
            if (test == null || test.judge(value) == Verdict.PASS) {
                Bits.set(passing, rule);
            }
        }
        return passing;
    }

    private static <L extends Literal, T> List<T> named(List<UnaryTest> tests, Class<L> kind, Function<L, T> value) {
        return tests.stream()
                .filter(Objects::nonNull)
                .map(test -> test.asks().spans())
                .flatMap(Collection::stream)
                .flatMap(ColumnMasks::ends)
                .filter(kind::isInstance)
                .map(end -> value.apply(kind.cast(end)))
                .toList();
    }

    private static Stream<Literal> ends(CellTest.Span span) {
        return Stream.of(span.from(), span.to()).filter(Objects::nonNull);
    }
}
