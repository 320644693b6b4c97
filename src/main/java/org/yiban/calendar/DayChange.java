package org.yiban.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a change of the calendar makes of a day.
 *
 * @param day the day
 * @param workedBefore whether it was a working day
 * @param workedAfter whether it is one afterwards
 * @param nameBefore what it was called; {@code null} for a plain day
 * @param nameAfter what it is called afterwards; {@code null} for a plain day
 */
public record DayChange(LocalDate day, boolean workedBefore, boolean workedAfter, String nameBefore, String nameAfter) {

    static DayChange of(LocalDate day, WorkingCalendar before, WorkingCalendar after) {
        return new DayChange(
                day, before.isWorkingDay(day), after.isWorkingDay(day), before.nameOf(day), after.nameOf(day));
    }

    /** Whether the day counts otherwise than before. */
    public boolean counts() {
        return workedBefore != workedAfter;
    }

    boolean any() {
        return counts() || !Objects.equals(nameBefore, nameAfter);
    }
}
