package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MonthShareTest {

    @Property(tries = 300)
    void whatIsSpreadOverMonthsAddsUpAgainAndDiffersByACentAtMost(
            @ForAll @IntRange(min = 1, max = 240) int months, @ForAll @IntRange(min = 240, max = 9_999_999) int cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        List<YearMonth> covered = IntStream.range(0, months)
                .mapToObj(YearMonth.of(2024, 1)::plusMonths)
                .toList();

        List<MonthShare> shares = MonthShare.spread(7, covered, amount);

        assertThat(MonthShare.sum(shares)).isEqualByComparingTo(amount);
        assertThat(shares.get(0).amount().subtract(shares.get(months - 1).amount()))
                .isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
    }
}
