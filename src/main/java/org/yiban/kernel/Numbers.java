package org.yiban.kernel;

import java.math.BigDecimal;

/** What numbers that people send may be. */
public final class Numbers {

    private static final int MOST_DIGITS = 40;

    private Numbers() {}

    /** Whether a number has few enough digits to be written out: {@code 1E+999999999} has not. */
    public static boolean plain(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}
