package org.yiban.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.region.Regions;

/** The calendars of the packaged notices, with one day on which a typhoon shut Liaocheng (371500). */
public final class TyphoonCalendars {

    /** A Tuesday. */
    public static final LocalDate DAY = LocalDate.of(2026, 9, 8);

    private TyphoonCalendars() {}

    /** The calendars of all regions. */
    public static WorkingCalendars load(Regions regions) {
        LocalSource source = new LocalSource("聊防指发〔2026〕7号", DAY, "聊城市防汛抗旱指挥部（虚构）");
        OffsetDateTime at = OffsetDateTime.parse("2026-09-07T08:00:00+08:00");
        LocalDays typhoon = new LocalDays(1, "371500", DayKind.OFF, "台风停工", DAY, DAY, source, "superlc", at, null);
        return new AnnouncedCalendars(1, Announcements.packaged(), List.of(typhoon), regions);
    }
}
