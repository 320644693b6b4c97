package org.yiban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.YibanTest;

@YibanTest
@Transactional
class StoredCalendarsTest {

    @Autowired
    StoredCalendars calendars;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseHoldsEveryPackagedNoticeAfterTheStart() {
        assertThat(jdbc.sql("select count(*) from yiban.calendar_notice where added_by is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(Announcements.packaged().notices().size());
        assertThat(calendars.current().addWorkingDays(LocalDate.of(2026, 2, 12), 9))
                .isEqualTo(new DueDay(LocalDate.of(2026, 3, 3), false));
    }

    @Test
    void addingWhatIsKnownChangesNothing() {
        assertThat(calendars.add(Announcements.packaged())).isEmpty();
    }

    @Test
    void aNoticeThatTheDatabaseDoesNotKnowIsAdded() {
        // given
        Notice notice = new Notice("2093", 2093, LocalDate.of(2092, 11, 1), "2093年的通知（虚构）", "none");
        AnnouncedDay day = new AnnouncedDay("2093", LocalDate.of(2093, 5, 1), "劳动节", DayKind.OFF);

        // when
        List<String> differences = calendars.add(new Announcements(List.of(notice), List.of(day)));

        // then
        assertThat(differences).isEmpty();
        assertThat(calendars.current().announced(2093)).isTrue();
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2093, 5, 1))).isFalse();
    }

    @Test
    void aNoticeThatDiffersIsReportedAndNotReplaced() {
        // given
        Announcements packaged = Announcements.packaged();
        List<AnnouncedDay> days = new ArrayList<>(packaged.days());
        days.removeIf(day -> day.day().equals(LocalDate.of(2026, 10, 10)));
        days.add(new AnnouncedDay("2026", LocalDate.of(2026, 10, 11), "国庆节", DayKind.WORK));

        // when
        List<String> differences = calendars.add(new Announcements(packaged.notices(), days));

        // then
        assertThat(differences).containsExactlyInAnyOrder("仅数据库有 2026-10-10 国庆节 WORK", "仅程序有 2026-10-11 国庆节 WORK");
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
    }
}
