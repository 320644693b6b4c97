package org.yiban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class WorkingCalendarPropertiesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();

    @Provide
    Arbitrary<LocalDate> announcedDates() {
        return Dates.dates().between(LocalDate.of(2018, 1, 1), LocalDate.of(2026, 9, 30));
    }

    @Property
    void aDueDayIsWhatCountingDayByDayGives(
            @ForAll("announcedDates") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int workingDays) {
        // when
        DueDay due = CALENDAR.addWorkingDays(from, workingDays);

        // then
        assertThat(worked(due.date())).isTrue();
        assertThat(countDayByDay(from, due.date())).isEqualTo(workingDays);
        assertThat(due.provisional()).isFalse();
    }

    @Property
    void workingDaysBetweenTwoDaysAreWhatCountingDayByDayGives(
            @ForAll("announcedDates") LocalDate from, @ForAll("announcedDates") LocalDate to) {
        assertThat(CALENDAR.workingDaysBetween(from, to)).isEqualTo(countDayByDay(from, to));
    }

    private static int countDayByDay(LocalDate fromExclusive, LocalDate toInclusive) {
        int count = 0;
        for (LocalDate day = fromExclusive.plusDays(1); !day.isAfter(toInclusive); day = day.plusDays(1)) {
            if (worked(day)) {
                count++;
            }
        }
        return count;
    }

    private static boolean worked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        DayKind announced = AnnouncedDays.EXPECTED.get(day);
        return announced == null ? !weekend : announced == DayKind.WORK;
    }
}
