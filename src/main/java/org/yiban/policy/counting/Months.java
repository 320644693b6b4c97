package org.yiban.policy.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A run of calendar months, both ends included; empty if the end lies before the start.
 *
 * @param first first month
 * @param last last month
 */
public record Months(YearMonth first, YearMonth last) {

    /** How many months there are, never negative. */
    public int count() {
        return (int) Math.max(0, first.until(last, ChronoUnit.MONTHS) + 1);
    }

    /** The months that both runs share. */
    public Months within(Months other) {
        return new Months(
                first.isAfter(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last);
    }

    /** How many months lie strictly between two, never negative: 2022-12 and 2023-04 have 3 between them. */
    public static int strictlyBetween(YearMonth earlier, YearMonth later) {
        return new Months(earlier.plusMonths(1), later.minusMonths(1)).count();
    }

    /** The first day of a month some months later. */
    public static LocalDate firstDayAfter(YearMonth month, int months) {
        return month.plusMonths(months).atDay(1);
    }
}
