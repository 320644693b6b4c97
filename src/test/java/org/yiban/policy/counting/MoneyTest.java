package org.yiban.policy.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class MoneyTest {

    @Example
    void halfACentRoundsUpOnceAtTheEnd() {
        assertThat(Money.share(new BigDecimal("100.05"), 1, 2)).isEqualTo("50.03");
        assertThat(Money.contribution(new BigDecimal("6312.50"), new BigDecimal("0.042"), 1))
                .isEqualTo("265.13");
    }

    @Property
    void aShareIsNeverMoreThanTheWholeAndAllMonthsAreTheWhole(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(min = 1, max = 120) int of,
            @ForAll @IntRange(max = 120) int months) {
        int some = Math.min(months, of);

        assertThat(Money.share(amount, some, of)).isBetween(Money.NONE, amount);
        assertThat(Money.share(amount, of, of)).isEqualByComparingTo(amount);
    }

    @Property
    void roundingMovesAnAmountByHalfACentAtMost(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal amount) {
        assertThat(Money.toCents(amount).subtract(amount).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        assertThat(Money.toCents(amount).scale()).isEqualTo(2);
    }

    @Property
    void aSharePaysNoMoreForFewerMonthsAndMissesTheExactPartByHalfACentAtMost(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(min = 1, max = 120) int of,
            @ForAll @IntRange(max = 119) int months) {
        int some = Math.min(months, of - 1);
        BigDecimal share = Money.share(amount, some, of);

        assertThat(share).isLessThanOrEqualTo(Money.share(amount, some + 1, of));
        assertThat(halfCentsApart(
                        share.multiply(BigDecimal.valueOf(of)), amount.multiply(BigDecimal.valueOf(some)), of))
                .isTrue();
    }

    @Property
    void aShareAndTheRestAreTheWholeToACent(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(min = 1, max = 120) int of,
            @ForAll @IntRange(max = 120) int months) {
        int some = Math.min(months, of);
        BigDecimal both = Money.share(amount, some, of).add(Money.share(amount, of - some, of));

        assertThat(both.subtract(amount)).isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
    }

    @Property
    void aContributionIsTheSumOfItsMonthsRoundedOnceAtTheEnd(
            @ForAll @BigRange(min = "0", max = "99999") @Scale(2) BigDecimal base,
            @ForAll @BigRange(min = "0", max = "1") @Scale(4) BigDecimal rate,
            @ForAll @IntRange(max = 400) int months) {
        BigDecimal exact = BigDecimal.ZERO;
        for (int month = 0; month < months; month++) {
            exact = exact.add(base.multiply(rate));
        }

        assertThat(Money.contribution(base, rate, months)).isEqualTo(halfUp(exact));
    }

    @Property
    void aLateFeeIsTheSumOfItsDaysRoundedOnceAtTheEnd(
            @ForAll @BigRange(min = "0", max = "99999") @Scale(2) BigDecimal principal,
            @ForAll @BigRange(min = "0", max = "0.01") @Scale(5) BigDecimal dailyRate,
            @ForAll @IntRange(max = 400) int days) {
        BigDecimal exact = BigDecimal.ZERO;
        for (int day = 0; day < days; day++) {
            exact = exact.add(principal.multiply(dailyRate));
        }

        assertThat(Money.lateFee(principal, dailyRate, days)).isEqualTo(halfUp(exact));
    }

    /** Cents by whole numbers: half a cent more, and what is less than a cent cut off. */
    private static BigDecimal halfUp(BigDecimal exact) {
        BigInteger thousandths = exact.movePointRight(3).toBigInteger();
        return new BigDecimal(thousandths.add(BigInteger.valueOf(5)).divide(BigInteger.TEN), 2);
    }

    private static boolean halfCentsApart(BigDecimal left, BigDecimal right, int of) {
        BigDecimal most = new BigDecimal("0.005").multiply(BigDecimal.valueOf(of));
        return left.subtract(right).abs().compareTo(most) <= 0;
    }
}
