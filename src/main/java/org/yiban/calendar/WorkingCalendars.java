package org.yiban.calendar;

/** Gives the working calendar that holds now. */
@FunctionalInterface
public interface WorkingCalendars {

    WorkingCalendar current();
}
