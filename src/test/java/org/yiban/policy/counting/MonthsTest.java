package org.yiban.policy.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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

    @Property
    void monthsAreThoseOfTheCalendarOneByOne(
            @ForAll @IntRange(min = -60, max = 60) int first, @ForAll @IntRange(min = -60, max = 60) int last) {
        Months months = new Months(ANCHOR.plusMonths(first), ANCHOR.plusMonths(last));

        assertThat(months.count()).isEqualTo(walked(months).size());
    }

    @Property
    void whatTwoRunsShareAreTheMonthsThatLieInBoth(
            @ForAll @IntRange(min = -20, max = 20) int firstA,
            @ForAll @IntRange(min = -20, max = 20) int lastA,
            @ForAll @IntRange(min = -20, max = 20) int firstB,
            @ForAll @IntRange(min = -20, max = 20) int lastB) {
        Months a = new Months(ANCHOR.plusMonths(firstA), ANCHOR.plusMonths(lastA));
        Months b = new Months(ANCHOR.plusMonths(firstB), ANCHOR.plusMonths(lastB));
        List<YearMonth> both = walked(a);
        both.retainAll(walked(b));

        assertThat(walked(a.within(b))).isEqualTo(both);
    }

    @Property
    void aRunCutAtAnyMonthIsTheSumOfItsParts(
            @ForAll @IntRange(max = 60) int first, @ForAll @IntRange(max = 60) int length, @ForAll int at) {
        Months whole = new Months(ANCHOR.plusMonths(first), ANCHOR.plusMonths(first + length));
        YearMonth line = ANCHOR.plusMonths(Math.floorMod(at, 130) - 5);
        Months before = whole.within(new Months(whole.first(), line.minusMonths(1)));
        Months after = whole.within(new Months(line, whole.last()));

        assertThat(before.count() + after.count()).isEqualTo(whole.count());
    }

    @Property
    void theFirstDayOfALaterMonthIsReachedMonthByMonth(
            @ForAll @IntRange(min = -60, max = 60) int start, @ForAll @IntRange(max = 40) int months) {
        LocalDate day = ANCHOR.plusMonths(start).atDay(1);
        LocalDate walked = day;
        for (int passed = 0; passed < months; passed++) {
            walked = walked.plusDays(walked.lengthOfMonth());
        }

        assertThat(Months.firstDayAfter(YearMonth.from(day), months)).isEqualTo(walked);
    }

    /** Every month of a run, one after the other. */
    private static List<YearMonth> walked(Months months) {
        List<YearMonth> walked = new ArrayList<>();
        for (YearMonth month = months.first(); !month.isAfter(months.last()); month = month.plusMonths(1)) {
            walked.add(month);
        }
        return walked;
    }
}
