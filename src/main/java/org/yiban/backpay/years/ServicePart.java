package org.yiban.backpay.years;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A run of months of one service that all count alike.
 *
 * @param from first month
 * @param to last month, included
 * @param countedAs what becomes of them; {@code null} while it is left to a person
 * @param byPerson whether a person decided it
 * @param overlapping how many of these months stand on record or in another service already: those count once
 */
public record ServicePart(YearMonth from, YearMonth to, CountedAs countedAs, boolean byPerson, int overlapping) {

    /** How many months it has. */
    public int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to)) + 1;
    }
}
