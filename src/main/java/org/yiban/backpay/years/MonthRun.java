package org.yiban.backpay.years;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.yiban.region.RegionCode;

/**
 * Months in a row that come from the same place.
 *
 * @param from first month
 * @param to last month, included
 * @param pool where they were paid, served or are held
 */
public record MonthRun(YearMonth from, YearMonth to, MonthSource source, RegionCode pool) {

    /** How many months it has. */
    public int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to)) + 1;
    }
}
