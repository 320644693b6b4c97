package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in yuan, rounded to the cent once, half a cent up. */
final class Cents {

    /** No money. */
    static final BigDecimal NONE = new BigDecimal("0.00");

    private static final int DIGITS = 2;

    private Cents() {}

    /** The amount to the cent. */
    static BigDecimal of(BigDecimal amount) {
        return amount.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** Base × rate × months, to the cent. */
    static BigDecimal of(BigDecimal base, BigDecimal rate, int months) {
        return of(base.multiply(rate).multiply(BigDecimal.valueOf(months)));
    }
}
