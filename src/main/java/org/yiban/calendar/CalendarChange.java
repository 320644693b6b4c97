package org.yiban.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A change of the calendar that has been checked and not yet been made.
 *
 * @param text what it is, in Chinese, as in a sentence: 《国务院办公厅关于2027年部分节假日安排的通知》
 * @param region code of the region whose cases it concerns; {@code null} for the whole country
 * @param first the first day that it can concern
 * @param last the last one
 * @param days the days that become others
 * @param after the calendars as they will be
 * @param digest stands for this very change made to this very calendar; who applies it has to name it
 */
public record CalendarChange(
        String text,
        String region,
        LocalDate first,
        LocalDate last,
        List<DayChange> days,
        WorkingCalendars after,
        String digest) {}
