package org.yiban.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** Reads days as facts and cells write them, without a formatter: {@code 2022-04-01}. */
public final class Days {

    private static final int LENGTH = 10;
    private static final int YEAR_END = 4;
    private static final int MONTH_START = 5;
    private static final int MONTH_END = 7;
    private static final int DAY_START = 8;
    private static final int MONTHS = 12;
    private static final int DAYS_OF_EVERY_MONTH = 28;
    private static final int RADIX = 10;

    private Days() {}

    /** The day that a text writes with four, two and two digits; {@code null} if it is none. */
    public static LocalDate parse(String text) {
        if (text.length() != LENGTH || text.charAt(YEAR_END) != '-' || text.charAt(MONTH_END) != '-') {
            return null;
        }
        int year = digits(text, 0, YEAR_END);
        int month = digits(text, MONTH_START, MONTH_END);
        int day = digits(text, DAY_START, LENGTH);
        if (year < 0 || month < 1 || month > MONTHS || day < 1) {
            return null;
        }
        LocalDate first = LocalDate.of(year, month, 1);
        boolean exists = day <= DAYS_OF_EVERY_MONTH
                || day <= ChronoField.DAY_OF_MONTH.rangeRefinedBy(first).getMaximum();
        return exists ? first.withDayOfMonth(day) : null;
    }

    /** A number of ASCII digits alone; negative if there is anything else. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit >= RADIX) {
                return -1;
            }
            number = number * RADIX + digit;
        }
        return number;
    }
}
