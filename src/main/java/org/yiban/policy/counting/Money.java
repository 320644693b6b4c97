package org.yiban.policy.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in yuan. Counted exactly and rounded once, half a cent up, at the end. */
public final class Money {

    /** No money. */
    public static final BigDecimal NONE = new BigDecimal("0.00");

    private static final int CENTS = 2;

    private Money() {}

    /** The amount to the cent. */
    public static BigDecimal toCents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /**
     * The part of an amount that falls to some of its months, to the cent.
     *
     * @param of how many months the amount covers, at least one
     */
    public static BigDecimal share(BigDecimal amount, int months, int of) {
        return amount.multiply(BigDecimal.valueOf(months)).divide(BigDecimal.valueOf(of), CENTS, RoundingMode.HALF_UP);
    }

    /** Base × rate × months, to the cent. */
    public static BigDecimal contribution(BigDecimal base, BigDecimal rate, int months) {
        return toCents(base.multiply(rate).multiply(BigDecimal.valueOf(months)));
    }

    /** Principal × daily rate × days, to the cent. */
    public static BigDecimal lateFee(BigDecimal principal, BigDecimal dailyRate, int days) {
        return toCents(principal.multiply(dailyRate).multiply(BigDecimal.valueOf(days)));
    }
}
