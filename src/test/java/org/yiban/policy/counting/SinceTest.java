package org.yiban.policy.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SinceTest {

    private static final LocalDate ANCHOR = LocalDate.of(2019, 1, 1);

    @Example
    void theNinetiethDayAfterTheFirstOfMarchIsTheThirtiethOfMay() {
        assertThat(new Since(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 5, 30)).days())
                .isEqualTo(90);
    }

    @Example
    void sixMonthsEndOnTheSameDayNumber() {
        LocalDate born = LocalDate.of(2023, 5, 10);

        assertThat(new Since(born, LocalDate.of(2023, 11, 10)).months()).isEqualTo(6);
        assertThat(new Since(born, LocalDate.of(2023, 11, 11)).months()).isEqualTo(7);
    }

    @Example
    void monthsWithoutTheDayNumberEndOnTheirLastDay() {
        LocalDate born = LocalDate.of(2023, 8, 31);

        assertThat(new Since(born, LocalDate.of(2024, 2, 29)).months()).isEqualTo(6);
        assertThat(new Since(born, LocalDate.of(2024, 3, 1)).months()).isEqualTo(7);
    }

    @Example
    void calendarYearsTurnOnNewYearsDay() {
        LocalDate born = LocalDate.of(2022, 12, 31);

        assertThat(new Since(born, born).calendarYears()).isZero();
        assertThat(new Since(born, born.plusDays(1)).calendarYears()).isEqualTo(1);
    }

    @Property
    void daysAreThoseOfTheCalendarOneByOne(
            @ForAll @IntRange(max = 4000) int start, @ForAll @IntRange(max = 1500) int later) {
        LocalDate day = ANCHOR.plusDays(start);
        LocalDate until = day.plusDays(later);

        int counted = 0;
        for (LocalDate passed = day; passed.isBefore(until); passed = passed.plusDays(1)) {
            counted++;
        }

        assertThat(new Since(day, until).days()).isEqualTo(counted);
    }

    @Property
    void monthsAreTheFirstWhoseLastDayIsNotBeforeTheLaterDay(
            @ForAll @IntRange(max = 4000) int start, @ForAll @IntRange(max = 1500) int later) {
        LocalDate day = ANCHOR.plusDays(start);
        LocalDate until = day.plusDays(later);

        int months = 0;
        while (lastDay(day, months).isBefore(until)) {
            months++;
        }

        assertThat(new Since(day, until).months()).isEqualTo(months);
    }

    /** The same day number some months later by counting on, or the end of that month. */
    private static LocalDate lastDay(LocalDate day, int months) {
        LocalDate month = day.withDayOfMonth(1);
        for (int passed = 0; passed < months; passed++) {
            month = month.plusDays(month.lengthOfMonth());
        }
        return month.withDayOfMonth(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
    }
}
