package org.yiban.policy.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Facts that follow from others, against a walk from month to month or day to day. */
class DerivedFactsTest {

    private static final LocalDate ANCHOR = LocalDate.of(2020, 1, 1);

    @Property
    void unpaidMonthsLieStrictlyBetweenTheLastPaidOneAndThatOfThePayment(
            @ForAll @IntRange(max = 2000) int paid, @ForAll @IntRange(min = -5, max = 60) int back) {
        LocalDate paidOn = ANCHOR.plusDays(paid);
        YearMonth lastPaid = YearMonth.from(paidOn).minusMonths(back);

        int unpaid = 0;
        for (YearMonth month = lastPaid.plusMonths(1);
                month.isBefore(YearMonth.from(paidOn));
                month = month.plusMonths(1)) {
            unpaid++;
        }

        assertThat(moved(paidOn).with("lastPaidMonth", lastPaid).derived("unpaidMonths"))
                .isEqualTo(unpaid);
        assertThat(enrolled(paidOn).with("lastPaidMonth", lastPaid).derived("unpaidMonths"))
                .isEqualTo(unpaid);
    }

    @Property
    void monthsSinceReducedCountTheTurnsOfTheMonth(
            @ForAll @IntRange(max = 2000) int reduced, @ForAll @IntRange(max = 800) int later) {
        LocalDate reducedOn = ANCHOR.plusDays(reduced);
        LocalDate paidOn = reducedOn.plusDays(later);

        int turns = 0;
        for (LocalDate day = reducedOn.plusDays(1); !day.isAfter(paidOn); day = day.plusDays(1)) {
            turns += day.getDayOfMonth() == 1 ? 1 : 0;
        }

        assertThat(moved(paidOn).with("reducedOn", reducedOn).derived("monthsSinceReduced"))
                .isEqualTo(turns);
    }

    @Property
    void ageAtThePaymentOfANewbornIsCountedDayByDay(
            @ForAll @IntRange(max = 2000) int born, @ForAll @IntRange(max = 500) int later) {
        LocalDate bornOn = ANCHOR.plusDays(born);
        LocalDate paidOn = bornOn.plusDays(later);
        Asked asked = enrolled(paidOn).with("bornOn", bornOn);

        int years = 0;
        for (LocalDate day = bornOn.plusDays(1); !day.isAfter(paidOn); day = day.plusDays(1)) {
            years += day.getDayOfYear() == 1 ? 1 : 0;
        }
        int months = (Integer) asked.derived("monthsSinceBirth");

        assertThat(asked.derived("daysSinceBirth")).isEqualTo(later);
        assertThat(asked.derived("calendarYearsSinceBirth")).isEqualTo(years);
        assertThat(bornOn.plusMonths(months)).isAfterOrEqualTo(paidOn);
        assertThat(months == 0 || bornOn.plusMonths(months - 1L).isBefore(paidOn))
                .isTrue();
    }

    @Property
    void theYearPaidForIsComparedWithThatOfThePayment(
            @ForAll @IntRange(min = 2015, max = 2030) int year, @ForAll @IntRange(max = 2000) int paid) {
        LocalDate paidOn = ANCHOR.plusDays(paid);
        Asked asked = enrolled(paidOn).with("coverageYear", year);

        String compared = year < paidOn.getYear()
                ? "PAST"
                : year == paidOn.getYear() ? "THIS" : year == paidOn.getYear() + 1 ? "NEXT" : "LATER";

        assertThat(asked.derived("yearPaidFor")).isEqualTo(compared);
        assertThat(asked.derived("residentYearRunning")).isEqualTo(compared.equals("THIS"));
        assertThat(asked.derived("paidInMonth")).isEqualTo(paidOn.getMonthValue());
    }

    @Property
    void daysToRecognitionAreNeverNegative(
            @ForAll @IntRange(max = 2000) int paid, @ForAll @IntRange(min = -400, max = 400) int later) {
        LocalDate paidOn = ANCHOR.plusDays(paid);

        assertThat(enrolled(paidOn)
                        .with("assistanceIdentifiedOn", paidOn.plusDays(later))
                        .derived("daysToRecognition"))
                .isEqualTo(later < 0 ? 0 : later);
    }

    @Property
    void monthsPaidWithoutABreakEndInTheMonthBeforeTheAge(
            @ForAll @IntRange(max = 2000) int reached, @ForAll @IntRange(max = 480) int paidMonths) {
        LocalDate reachedOn = ANCHOR.plusDays(reached);
        YearMonth since = YearMonth.from(reachedOn);
        for (int month = 0; month < paidMonths; month++) {
            since = since.minusMonths(1);
        }

        assertThat(retiring(reachedOn)
                        .with("actualMonths", paidMonths)
                        .with("deemedMonths", 12)
                        .derived("unbrokenSince"))
                .isEqualTo(since.atDay(1).toString());
    }

    @Property
    void aRecordThatSaysSinceWhenPrevailsOverCountingBack(
            @ForAll @IntRange(max = 480) int paidMonths, @ForAll @IntRange(max = 480) int run) {
        YearMonth since = YearMonth.from(ANCHOR).minusMonths(run);

        assertThat(retiring(ANCHOR)
                        .with("actualMonths", paidMonths)
                        .with("continuousSince", since)
                        .derived("unbrokenSince"))
                .isEqualTo(since.atDay(1).toString());
    }

    @Property
    void totalMonthsAreActualAndDeemedOnes(
            @ForAll @IntRange(max = 600) int actual, @ForAll @IntRange(max = 600) int deemed) {
        assertThat(retiring(ANCHOR)
                        .with("actualMonths", actual)
                        .with("deemedMonths", deemed)
                        .derived("totalMonths"))
                .isEqualTo(actual + deemed);
    }

    @Property
    void theLastPaidMonthGoesByItsLastDayAndTheMonthOfABaseByItsFirst(@ForAll @IntRange(max = 200) int months) {
        LocalDate first = ANCHOR.plusMonths(months);
        YearMonth month = YearMonth.from(first);
        LocalDate next = first;
        while (YearMonth.from(next).equals(month)) {
            next = next.plusDays(1);
        }

        assertThat(Asked.of(new SuspensionFamily())
                        .with("region", "220000")
                        .with("lastPaidMonth", month)
                        .derived("lastPaidMonthEnd"))
                .isEqualTo(next.minusDays(1).toString());
        assertThat(Asked.of(new ContributionBaseFamily())
                        .with("region", "220000")
                        .with("month", month)
                        .derived("monthStart"))
                .isEqualTo(first.toString());
    }

    @Example
    void poolsAndProvincesAreComparedByTheRegionsTree() {
        assertThat(moved(ANCHOR).with("fromRegion", "371502").derived("samePool"))
                .isEqualTo(true);
        assertThat(moved(ANCHOR).with("fromRegion", "370800").derived("samePool"))
                .isEqualTo(false);
        assertThat(moved(ANCHOR).with("fromRegion", "370800").derived("sameProvince"))
                .isEqualTo(true);
        assertThat(moved(ANCHOR).with("fromRegion", "220100").derived("sameProvince"))
                .isEqualTo(false);
    }

    private static Asked moved(LocalDate paidOn) {
        return Asked.of(new BenefitContinuityFamily()).with("region", "371500").with("paidOn", paidOn);
    }

    private static Asked enrolled(LocalDate paidOn) {
        return Asked.of(new WaitingPeriodFamily()).with("region", "371500").with("paidOn", paidOn);
    }

    private static Asked retiring(LocalDate reachedOn) {
        return Asked.of(new MinimumYearsFamily()).with("region", "220000").with("retirementAgeOn", reachedOn);
    }

    @Example
    void aPartThatIsMoreThanTheWholeIsRefusedInWords() {
        Asked asked = Asked.of(new MinimumYearsFamily())
                .with("region", "220000")
                .with("retirementAgeOn", "2023-01-01")
                .with("actualMonths", 120)
                .with("actualMonthsInProvince", 121);

        assertThatThrownBy(asked::facts).hasMessageContaining("不能多于实际缴费月数（120）");
    }

    @Example
    void aRunOfMonthsThatEndsBeforeItBeginsIsRefusedInWords() {
        Asked asked = Asked.of(new RefundAmountFamily())
                .with("region", "220100")
                .with("requestedOn", "2026-03-01")
                .with("paidFrom", "2026-02")
                .with("paidTo", "2026-01");

        assertThatThrownBy(asked::facts).hasMessageContaining("不能早于所缴费用的起始月（2026年2月）");
    }
}
