package org.yiban.policy.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long after one day another one lies, which is not earlier; the first day is not counted.
 *
 * @param day the day counted from: of birth, of payment
 * @param until the day counted to
 */
public record Since(LocalDate day, LocalDate until) {

    /** In days: 1 March to 30 May is 90. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(day, until);
    }

    /**
     * Within how many months the later day lies. A month ends on the same day number, at the end of a month that has no
     * such day, that day included: 10 May to 10 November is 6, to 11 November is 7.
     */
    public int months() {
        int whole = (int) day.until(until, ChronoUnit.MONTHS);
        int months = Math.max(0, whole - 1);
        while (day.plusMonths(months).isBefore(until)) {
            months++;
        }
        return months;
    }

    /** By how many calendar years the two differ: 31 December to 1 January is 1. */
    public int calendarYears() {
        return until.getYear() - day.getYear();
    }
}
