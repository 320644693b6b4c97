package org.yiban.policy.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What families price, bound and miss, by rules of their own choosing. */
class AmountsCountingTest {

    @Property
    void theShortfallIsTheLargerOfTheTwoAndNothingIsMissingBelowZero(
            @ForAll @IntRange(max = 500) int actual,
            @ForAll @IntRange(max = 500) int inProvince,
            @ForAll @IntRange(max = 200) int deemed,
            @ForAll @IntRange(max = 360) int requiredTotal,
            @ForAll @IntRange(max = 240) int requiredActual) {
        int some = Math.min(actual, inProvince);
        Map<String, Object> results = Asked.of(new MinimumYearsFamily())
                .with("region", "220000")
                .with("retirementAgeOn", "2023-01-01")
                .with("actualMonths", actual)
                .with("actualMonthsInProvince", some)
                .with("deemedMonths", deemed)
                .row("outcome", "SHORT")
                .row("requiredTotalMonths", requiredTotal)
                .row("requiredActualMonths", requiredActual)
                .row("actualScope", "PROVINCE")
                .results();

        int bought = (Integer) results.get("shortfallMonths");
        assertThat(some + (Integer) results.get("actualShortfallMonths")).isEqualTo(Math.max(some, requiredActual));
        assertThat(actual + deemed + (Integer) results.get("cumulativeShortfallMonths"))
                .isEqualTo(Math.max(actual + deemed, requiredTotal));
        assertThat(actual + deemed + bought).isGreaterThanOrEqualTo(requiredTotal);
        assertThat(some + bought).isGreaterThanOrEqualTo(requiredActual);
        assertThat(bought == 0 || actual + deemed + bought == requiredTotal || some + bought == requiredActual)
                .isTrue();
    }

    @Property
    void aBackPaymentIsPricedOnTheBaseOrItsFloorAndRoundedOnce(
            @ForAll @BigRange(min = "0", max = "30000") @Scale(2) BigDecimal last,
            @ForAll @BigRange(min = "0", max = "30000") @Scale(2) BigDecimal floor,
            @ForAll @BigRange(min = "0", max = "0.2") @Scale(4) BigDecimal rate,
            @ForAll @IntRange(max = 180) int months,
            @ForAll boolean floored) {
        Map<String, Object> results = Asked.of(new RetirementBackpayFamily())
                .with("region", "220000")
                .with("quotedOn", "2023-01-01")
                .with("shortfallMonths", months)
                .with("lastBase", last)
                .with("minimumBase", floor)
                .with("localRate", rate)
                .row("outcome", "QUOTED")
                .row("baseKind", "LAST_BASE")
                .row("floored", floored)
                .results();

        boolean below = floored && last.compareTo(floor) < 0;
        BigDecimal base = below ? floor : last;
        assertThat(results).containsEntry("baseKind", below ? "MINIMUM_BASE" : "LAST_BASE");
        assertThat(results).containsEntry("base", base.setScale(2));
        assertThat(results)
                .containsEntry(
                        "amount",
                        base.multiply(rate).multiply(BigDecimal.valueOf(months)).setScale(2, RoundingMode.HALF_UP));
    }

    @Property
    void aLateFeeGrowsDayByDayAndNeverPastThePrincipal(
            @ForAll @BigRange(min = "0", max = "30000") @Scale(2) BigDecimal principal,
            @ForAll @IntRange(max = 4000) int days) {
        BigDecimal fee = lateFee(principal, days);

        assertThat(fee).isBetween(BigDecimal.ZERO, principal).isLessThanOrEqualTo(lateFee(principal, days + 1));
        assertThat(lateFee(principal, 2000)).isEqualByComparingTo(principal);
    }

    @Property
    void aBaseLiesBetweenFloorAndCapAndIsTheWageWhereTheWageDoes(
            @ForAll @BigRange(min = "0", max = "40000") @Scale(2) BigDecimal wage,
            @ForAll @BigRange(min = "0.01", max = "12000") @Scale(2) BigDecimal average) {
        Map<String, Object> results = Asked.of(new ContributionBaseFamily())
                .with("region", "220000")
                .with("month", "2023-01")
                .with("wage", wage)
                .with("averageWage", "220000:2021:%s:2022-07-12".formatted(average.toPlainString()))
                .row("outcome", "DECIDED")
                .row("basis", "X")
                .row("baseFrom", "WAGE")
                .row("times", 1)
                .row("averageOf", "PROVINCE")
                .row("averageInForce", "ANNOUNCED_IN_EARLIER_MONTH")
                .row("floorTimes", 0.6)
                .row("capTimes", 3)
                .results();

        BigDecimal floor = average.multiply(new BigDecimal("0.6")).setScale(2, RoundingMode.HALF_UP);
        BigDecimal cap = average.multiply(new BigDecimal("3"));
        BigDecimal base = (BigDecimal) results.get("base");
        assertThat(base).isBetween(floor, cap);
        switch ((String) results.get("bound")) {
            case "FLOOR" -> assertThat(wage).isLessThan(base.min(floor));
            case "CAP" -> assertThat(wage).isGreaterThan(base.max(cap));
            default -> assertThat(base).isEqualByComparingTo(wage);
        }
    }

    @Property
    void theLatestAnnouncementOfAnEarlierMonthIsInForce(
            @ForAll @IntRange(min = -12, max = 12) int first, @ForAll @IntRange(min = -12, max = 12) int second) {
        YearMonth month = YearMonth.of(2023, 1);
        YearMonth early = month.plusMonths(Math.min(first, second));
        YearMonth late = month.plusMonths(Math.max(first, second));
        if (early.equals(late) || !early.isBefore(month)) {
            return;
        }
        Map<String, Object> results = Asked.of(new ContributionBaseFamily())
                .with("region", "220000")
                .with("month", month)
                .with(
                        "averageWage",
                        "220000:2020:5000.00:%s;220000:2021:6000.00:%s".formatted(early.atDay(15), late.atDay(15)))
                .row("outcome", "DECIDED")
                .row("baseFrom", "AVERAGE")
                .row("times", 1)
                .row("averageOf", "PROVINCE")
                .row("averageInForce", "ANNOUNCED_IN_EARLIER_MONTH")
                .results();

        assertThat((BigDecimal) results.get("base")).isEqualByComparingTo(late.isBefore(month) ? "6000" : "5000");
    }

    @Property
    void benefitsStopOnTheFirstOfTheMonthThatTheTableNames(@ForAll @IntRange(max = 120) int months) {
        YearMonth lastPaid = YearMonth.of(2020, 1).plusMonths(months);

        assertThat(suspendedFrom(lastPaid, "FIRST_UNPAID_MONTH"))
                .isEqualTo(lastPaid.atEndOfMonth().plusDays(1).toString());
        assertThat(suspendedFrom(lastPaid, "MONTH_AFTER_FIRST_UNPAID_MONTH"))
                .isEqualTo(lastPaid.plusMonths(1).atEndOfMonth().plusDays(1).toString());
    }

    private static Object suspendedFrom(YearMonth lastPaid, String startFrom) {
        return Asked.of(new SuspensionFamily())
                .with("region", "220000")
                .with("lastPaidMonth", lastPaid)
                .row("startFrom", startFrom)
                .results()
                .get("suspendedFrom");
    }

    private static BigDecimal lateFee(BigDecimal principal, int days) {
        return (BigDecimal) Asked.of(new ArrearsFamily())
                .with("region", "220000")
                .with("paidOn", "2023-01-01")
                .with("unitPart", principal)
                .with("daysLate", days)
                .row("dailyFeeRate", "0.0005")
                .row("feeUpToPrincipal", true)
                .results()
                .get("lateFee");
    }
}
