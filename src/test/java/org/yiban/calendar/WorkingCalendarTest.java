package org.yiban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();

    @Test
    void thePackagedSpansAreExactlyTheAnnouncedDays() {
        // given
        Announcements packaged = Announcements.packaged();

        // when: a later notice overrides an earlier one
        Map<LocalDate, DayKind> days = new TreeMap<>();
        packaged.notices().stream()
                .sorted(Comparator.comparing(Notice::published))
                .flatMap(notice -> packaged.daysOf(notice).stream())
                .forEach(day -> days.put(day.day(), day.kind()));

        // then
        assertThat(days).hasSize(315).isEqualTo(AnnouncedDays.EXPECTED);
    }

    @Test
    void everySpanStandsInANotice() {
        Announcements packaged = Announcements.packaged();

        assertThat(packaged.notices()).hasSize(11).allSatisfy(notice -> {
            assertThat(notice.address()).startsWith("http");
            assertThat(packaged.daysOf(notice)).isNotEmpty();
        });
        assertThat(packaged.days())
                .allSatisfy(day ->
                        assertThat(packaged.notices()).extracting(Notice::id).contains(day.notice()));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, false, New Year's Eve of 2022 stands in the notice of 2023",
        "2018-12-29, true, so does a make-up Saturday of 2018 in that of 2019",
        "2019-05-02, false, the amended Labour Day of 2019",
        "2019-05-05, true, and its make-up Sunday",
        "2020-02-01, false, a make-up day that the prolonged Spring Festival of 2020 took back",
        "2020-02-03, true, the first day after it",
        "2026-02-14, true, a make-up Saturday",
        "2026-02-18, false, Spring Festival",
        "2026-03-07, false, a plain Saturday",
        "2026-03-09, true, a plain Monday"
    })
    void noticesDecideWhichDayIsWorked(LocalDate day, boolean worked, String why) {
        assertThat(CALENDAR.isWorkingDay(day)).as(why).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-12, 9, 2026-03-03",
        "2023-03-06, 9, 2023-03-17",
        "2023-01-16, 9, 2023-02-01",
        "2024-10-01, 9, 2024-10-17",
        "2025-12-17, 15, 2026-01-08",
        "2022-12-30, 1, 2023-01-03"
    })
    void theFirstDayIsNotCountedAndTheLastWorkingDayIsDue(LocalDate from, int workingDays, LocalDate due) {
        assertThat(CALENDAR.addWorkingDays(from, workingDays)).isEqualTo(new DueDay(due, false));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-21, 15", "2017-12-22, 10", "2017-12-01, 1", "2030-05-01, 3"})
    void aTermThatRunsThroughAYearWithoutNoticeIsProvisional(LocalDate from, int workingDays) {
        assertThat(CALENDAR.addWorkingDays(from, workingDays).provisional()).isTrue();
    }

    @Test
    void aTermThatEndsInTheLastAnnouncedYearIsNotProvisional() {
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 12, 15), 9))
                .isEqualTo(new DueDay(LocalDate.of(2026, 12, 28), false));
    }

    @Test
    void onlyYearsWithNoticeAreAnnounced() {
        assertThat(CALENDAR.announced(2018)).isTrue();
        assertThat(CALENDAR.announced(2026)).isTrue();
        assertThat(CALENDAR.announced(2017)).isFalse();
        assertThat(CALENDAR.announced(2027)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aTermWithoutDaysIsRefused(int workingDays) {
        assertThatThrownBy(() -> CALENDAR.addWorkingDays(LocalDate.of(2026, 3, 2), workingDays))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noWorkingDaysLieBeforeTheFirstDay() {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 5)))
                .isZero();
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 2)))
                .isZero();
    }
}
