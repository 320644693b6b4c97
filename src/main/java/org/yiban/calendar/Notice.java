package org.yiban.calendar;

import java.time.LocalDate;

/** A notice of the State Council's office about the days off of a year. Where two speak of a day, the later one holds. */
record Notice(String id, int year, LocalDate published, String title, String address) {}
