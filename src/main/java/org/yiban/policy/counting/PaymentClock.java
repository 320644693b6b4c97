package org.yiban.policy.counting;

import java.time.LocalDate;
import java.time.YearMonth;

/** From a payment to the first day of benefits: what a waiting period of days or calendar months is counted from. */
public enum PaymentClock {
    /** In days; the day of the payment is the first. */
    PAYMENT_DAY,
    /** In days; the day after the payment is the first. */
    NEXT_DAY,
    /** In calendar months; the month of the payment is the first. */
    PAYMENT_MONTH,
    /** In calendar months; the month after the payment is the first. */
    NEXT_MONTH;

    /**
     * The first day after a number of days or months has run; 0 is the first counted day itself, or the first of the
     * month.
     */
    public LocalDate runOut(LocalDate paidOn, int length) {
        return switch (this) {
            case PAYMENT_DAY -> paidOn.plusDays(length);
            case NEXT_DAY -> paidOn.plusDays(length + 1L);
            case PAYMENT_MONTH -> Months.firstDayAfter(YearMonth.from(paidOn), length);
            case NEXT_MONTH -> Months.firstDayAfter(YearMonth.from(paidOn), length + 1);
        };
    }
}
