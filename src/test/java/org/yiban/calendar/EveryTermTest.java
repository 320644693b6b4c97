package org.yiban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every start day and every length of 2018 to 2026, against a count that goes from day to day and knows no division. */
class EveryTermTest {

    private static final LocalDate FIRST = LocalDate.of(2017, 12, 31);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void dueDatesAgreeWithANaiveDayByDayCountForEveryStartDayAndLength() {
        // given
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(1)).toList();
        List<Boolean> worked = days.stream().map(EveryTermTest::worked).toList();
        List<String> different = new ArrayList<>();
        int terms = 0;

        // when
        for (int from = 0; from < days.size(); from++) {
            int count = 0;
            for (int day = from + 1; day < days.size(); day++) {
                if (worked.get(day)) {
                    count++;
                    terms++;
                    DueDay due = calendar.addWorkingDays(days.get(from), count);
                    if (!due.date().equals(days.get(day)) || due.provisional()) {
                        different.add("%s + %d: %s, %s".formatted(days.get(from), count, days.get(day), due));
                    }
                }
                if (calendar.workingDaysBetween(days.get(from), days.get(day)) != count) {
                    different.add("(%s, %s]: %d".formatted(days.get(from), days.get(day), count));
                }
            }
        }

        // then
        assertThat(different).isEmpty();
        assertThat(terms).isGreaterThan(3_600_000);
    }

    private static boolean worked(LocalDate day) {
        DayKind announced = AnnouncedDays.EXPECTED.get(day);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return announced == null ? !weekend : announced == DayKind.WORK;
    }
}
