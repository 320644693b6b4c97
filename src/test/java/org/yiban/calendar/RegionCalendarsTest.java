package org.yiban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiban.region.Regions;

class RegionCalendarsTest {

    private static final String SHANDONG = "370000";
    private static final String LIAOCHENG = "371500";
    private static final String DONGCHANGFU = "371502";
    private static final String JINING = "370800";
    private static final String JILIN = "220100";
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    @Test
    void daysOfAPoolHoldThereAndInItsCountiesAndNowhereElse() {
        AnnouncedCalendars calendars = with(entry(1, LIAOCHENG, DayKind.OFF, DAY, DAY));

        assertThat(calendars.of(LIAOCHENG).isWorkingDay(DAY)).isFalse();
        assertThat(calendars.of(DONGCHANGFU).isWorkingDay(DAY)).isFalse();
        assertThat(calendars.of(JINING).isWorkingDay(DAY)).isTrue();
        assertThat(calendars.current().isWorkingDay(DAY)).isTrue();
    }

    @Test
    void daysOfAProvinceHoldInAllItsPools() {
        AnnouncedCalendars calendars = with(entry(1, SHANDONG, DayKind.OFF, DAY, DAY));

        assertThat(calendars.of(LIAOCHENG).isWorkingDay(DAY)).isFalse();
        assertThat(calendars.of(JINING).isWorkingDay(DAY)).isFalse();
        assertThat(calendars.of(JILIN).isWorkingDay(DAY)).isTrue();
    }

    @Test
    void thePoolsWordStandsAboveItsProvinces() {
        AnnouncedCalendars calendars =
                with(entry(1, LIAOCHENG, DayKind.WORK, DAY, DAY), entry(2, SHANDONG, DayKind.OFF, DAY, DAY));

        assertThat(calendars.of(LIAOCHENG).isWorkingDay(DAY)).isTrue();
        assertThat(calendars.of(JINING).isWorkingDay(DAY)).isFalse();
    }

    @Test
    void aTermCountsTheDaysOfTheRegionAndNamesThem() {
        WorkingCalendar calendar = with(entry(1, LIAOCHENG, DayKind.OFF, DAY.minusDays(1), DAY.plusDays(1)))
                .of(LIAOCHENG);

        assertThat(calendar.addWorkingDays(DAY.minusDays(3), 1).date()).isEqualTo(DAY.plusDays(2));
        assertThat(calendar.specialDays(DAY.minusDays(3), DAY.plusDays(2)).localOff())
                .containsExactly("台风停工2026-09-07至2026-09-08（聊防指发〔2026〕7号）");
    }

    @Test
    void aRegionThatIsUnknownHasTheDaysOfTheCountry() {
        AnnouncedCalendars calendars = with(entry(1, LIAOCHENG, DayKind.OFF, DAY, DAY));

        assertThat(calendars.of("398001")).isSameAs(calendars.current());
    }

    private static AnnouncedCalendars with(LocalDays... entries) {
        return new AnnouncedCalendars(1, Announcements.packaged(), List.of(entries), Regions.load());
    }

    private static LocalDays entry(long id, String region, DayKind kind, LocalDate from, LocalDate to) {
        LocalSource source = new LocalSource("聊防指发〔2026〕7号", DAY, "聊城市防汛抗旱指挥部通知（虚构）");
        OffsetDateTime at = OffsetDateTime.parse("2026-09-07T08:00:00+08:00");
        return new LocalDays(id, region, kind, "台风停工", from, to, source, "superlc", at, null);
    }
}
