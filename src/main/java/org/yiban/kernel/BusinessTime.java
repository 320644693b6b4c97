package org.yiban.kernel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Time as the agencies count it: Beijing time, read from one injected clock. */
public final class BusinessTime {

    /** The zone in which a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    public BusinessTime(Clock clock) {
        this.clock = clock.withZone(ZONE);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /** The day in which a moment lies. */
    public static LocalDate dayOf(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toLocalDate();
    }

    /** The first instant after a day has ended. */
    public static ZonedDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE);
    }
}
