package org.yiban.backpay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.MonthSource;
import org.yiban.policy.Outcome;
import org.yiban.policy.known.KnownFacts;

/** When the years were there of somebody who has them: when the age was reached, or by months that were paid after it. */
final class YearsThere {

    private static final Set<MonthSource> PAID =
            EnumSet.of(MonthSource.PAID_HERE, MonthSource.PAID_IN_PROVINCE, MonthSource.PAID_ELSEWHERE);

    private YearsThere() {}

    /**
     * The day on which age and years were there.
     *
     * @param reached the day on which the age was, or will be, reached
     * @param facts by which the tests were asked: the months as people found them
     * @param tests of which one is passed; the one that was passed first decides
     * @return the last day of the month whose contribution closed the gap, if that was paid for after the age; else the day
     *     of the age
     */
    static LocalDate on(LocalDate reached, CompiledYears years, KnownFacts facts, List<YearsTest> tests) {
        Map<String, String> months = facts.question();
        List<YearMonth> after = paidAfter(YearMonth.from(reached), years);
        return tests.stream()
                .filter(test -> test.outcome() == Outcome.MET)
                .map(test -> needed(after.size(), beyond(test, months)))
                .min(Comparator.naturalOrder())
                .filter(needed -> needed > 0)
                .map(needed -> after.get(needed - 1).atEndOfMonth())
                .orElse(reached);
    }

    /** How many of the months after the age close a gap. */
    private static int needed(int after, OptionalInt beyond) {
        return beyond.isEmpty() ? 0 : Math.min(after, Math.max(0, after - beyond.getAsInt()));
    }

    private static List<YearMonth> paidAfter(YearMonth reached, CompiledYears years) {
        return years.runs().stream()
                .filter(run -> PAID.contains(run.source()))
                .flatMap(run ->
                        Stream.iterate(run.from(), month -> month.plusMonths(1)).limit(run.months()))
                .filter(reached::isBefore)
                .sorted()
                .toList();
    }

    /** How many months there are beyond what is required; empty if no number is. */
    private static OptionalInt beyond(YearsTest test, Map<String, String> months) {
        int actual = count(months, "actualMonths");
        IntStream total = test.requiredTotal() == null
                ? IntStream.empty()
                : IntStream.of(actual + count(months, "deemedMonths") - test.requiredTotal());
        String scope =
                switch (String.valueOf(test.actualScope())) {
                    case "POOL" -> "actualMonthsInPool";
                    case "PROVINCE" -> "actualMonthsInProvince";
                    default -> "actualMonths";
                };
        IntStream inScope = test.requiredActual() == null
                ? IntStream.empty()
                : IntStream.of(count(months, scope) - test.requiredActual());
        return IntStream.concat(total, inScope).min();
    }

    private static int count(Map<String, String> months, String fact) {
        String written = months.get(fact);
        return written == null ? 0 : Integer.parseInt(written);
    }
}
