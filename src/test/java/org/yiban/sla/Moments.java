package org.yiban.sla;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yiban.kernel.BusinessTime;

/** Moments of days, Beijing time. */
final class Moments {

    private Moments() {}

    static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
    }

    static OffsetDateTime at(String day) {
        return at(LocalDate.parse(day));
    }

    static OffsetDateTime noon(LocalDate day) {
        return at(day).plusHours(12);
    }
}
