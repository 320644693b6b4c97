package org.yiban.policy.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MonthsTest {

    private static final YearMonth ANCHOR = YearMonth.of(2022, 12);

    @Example
    void threeMonthsLieBetweenDecemberAndApril() {
        assertThat(Months.strictlyBetween(ANCHOR, YearMonth.of(2023, 4))).isEqualTo(3);
    }

    @Property
    void eachMonthLaterLiesOneMoreBetween(
            @ForAll @IntRange(min = -600, max = 600) int start, @ForAll @IntRange(max = 600) int between) {
        YearMonth earlier = ANCHOR.plusMonths(start);

        assertThat(Months.strictlyBetween(earlier, earlier.plusMonths(between + 1L)))
                .isEqualTo(between);
    }

    @Property
    void nothingLiesBetweenAMonthAndOneNotLater(@ForAll @IntRange(max = 600) int back) {
        assertThat(Months.strictlyBetween(ANCHOR, ANCHOR.minusMonths(back))).isZero();
    }

    @Property
    void whatTwoRunsShareIsNeverMoreThanEither(
            @ForAll @IntRange(min = -60, max = 60) int firstA,
            @ForAll @IntRange(min = -60, max = 60) int lastA,
            @ForAll @IntRange(min = -60, max = 60) int firstB,
            @ForAll @IntRange(min = -60, max = 60) int lastB) {
        Months a = new Months(ANCHOR.plusMonths(firstA), ANCHOR.plusMonths(lastA));
        Months b = new Months(ANCHOR.plusMonths(firstB), ANCHOR.plusMonths(lastB));

        assertThat(a.within(b)).isEqualTo(b.within(a));
        assertThat(a.within(b).count()).isBetween(0, Math.min(a.count(), b.count()));
    }
}
