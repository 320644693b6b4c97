package org.yiban.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What holds of a day that an announcement speaks of.
 *
 * @param day the day
 * @param kind whether it is off or worked
 * @param name the festival, or what a region calls it
 * @param notice id of the State Council's notice; {@code null} for a local day
 * @param local the entry of the region; {@code null} for a day of the country
 */
public record SpecialDay(LocalDate day, DayKind kind, String name, String notice, LocalDays local) {

    static SpecialDay of(AnnouncedDay announced) {
        return new SpecialDay(announced.day(), announced.kind(), announced.festival(), announced.notice(), null);
    }

    static SpecialDay of(LocalDays days, LocalDate day) {
        return new SpecialDay(day, days.kind(), days.name(), null, days);
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** How many working days more (or fewer) than in a plain week this makes. */
    int difference() {
        boolean weekend = weekend(day);
        if (kind == DayKind.WORK) {
            return weekend ? 1 : 0;
        }
        return weekend ? 0 : -1;
    }

    /** Whether this day goes on with what the day before it was. */
    boolean continues(SpecialDay before) {
        return before != null
                && before.day.equals(day.minusDays(1))
                && before.kind == kind
                && before.name.equals(name)
                && Objects.equals(local, before.local);
    }
}
