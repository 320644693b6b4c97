package org.yiban.calendar;

import java.time.LocalDate;

/**
 * A notice of the State Council's office about the days off of a year. Where two speak of a day, the later one holds.
 *
 * @param id the year, with a number where it is not the first of the year
 * @param year the year it arranges; it may speak of days of the December before
 * @param published day of its publication
 * @param title its title
 * @param address where it stands
 */
public record Notice(String id, int year, LocalDate published, String title, String address) {}
