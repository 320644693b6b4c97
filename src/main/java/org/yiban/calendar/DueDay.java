package org.yiban.calendar;

import java.time.LocalDate;

/**
 * The last working day of a term.
 *
 * @param date the day; the term runs to its end
 * @param provisional whether counting it went through a year whose notice is not loaded
 */
public record DueDay(LocalDate date, boolean provisional) {}
