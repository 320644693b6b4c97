package org.yiban.policy.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
}
