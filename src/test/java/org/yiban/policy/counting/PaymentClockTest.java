package org.yiban.policy.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PaymentClockTest {

    private static final LocalDate ANCHOR = LocalDate.of(2019, 1, 1);

    @Example
    void ninetyDaysFromTheNextDayEndBeforeTheNinetyFirstDayAfterThePayment() {
        assertThat(PaymentClock.NEXT_DAY.runOut(LocalDate.of(2023, 11, 30), 90)).isEqualTo("2024-02-29");
    }

    @Example
    void ninetyDaysThatCountThePaymentDayEndADayEarlier() {
        assertThat(PaymentClock.PAYMENT_DAY.runOut(LocalDate.of(2023, 1, 1), 90))
                .isEqualTo("2023-04-01");
    }

    @Example
    void threeMonthsCountTheMonthOfThePaymentWhateverItsDay() {
        assertThat(PaymentClock.PAYMENT_MONTH.runOut(LocalDate.of(2023, 5, 31), 3))
                .isEqualTo("2023-08-01");
        assertThat(PaymentClock.PAYMENT_MONTH.runOut(LocalDate.of(2024, 2, 29), 3))
                .isEqualTo("2024-05-01");
    }

    @Example
    void theNextMonthOfDecemberIsJanuary() {
        assertThat(PaymentClock.NEXT_MONTH.runOut(LocalDate.of(2023, 12, 31), 0))
                .isEqualTo("2024-01-01");
    }

    @Property
    void asManyDaysAreWaitedAsTheClockRuns(
            @ForAll @IntRange(max = 4000) int start, @ForAll @IntRange(max = 200) int length) {
        LocalDate paidOn = ANCHOR.plusDays(start);

        assertThat(PaymentClock.PAYMENT_DAY.runOut(paidOn, length)).isEqualTo(dayAfter(paidOn, length));
        assertThat(PaymentClock.NEXT_DAY.runOut(paidOn, length)).isEqualTo(dayAfter(paidOn.plusDays(1), length));
    }

    @Property
    void asManyCalendarMonthsAreWaitedAsTheClockRuns(
            @ForAll @IntRange(max = 4000) int start, @ForAll @IntRange(max = 24) int length) {
        LocalDate paidOn = ANCHOR.plusDays(start);
        LocalDate month = paidOn.withDayOfMonth(1);

        assertThat(PaymentClock.PAYMENT_MONTH.runOut(paidOn, length)).isEqualTo(monthAfter(month, length));
        assertThat(PaymentClock.NEXT_MONTH.runOut(paidOn, length)).isEqualTo(monthAfter(month, length + 1));
    }

    /** The day after a number of days that begin with the first, walked one by one. */
    private static LocalDate dayAfter(LocalDate first, int days) {
        LocalDate day = first;
        for (int waited = 0; waited < days; waited++) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate monthAfter(LocalDate first, int months) {
        LocalDate month = first;
        for (int waited = 0; waited < months; waited++) {
            month = month.plusDays(month.lengthOfMonth());
        }
        return month;
    }
}
