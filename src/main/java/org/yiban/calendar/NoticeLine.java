package org.yiban.calendar;

import java.time.LocalDate;

/** One day as a file states it; {@code at} says where, as in {@code file:12} or {@code file:days[3]}. */
record NoticeLine(String at, LocalDate day, String festival, DayKind kind) {}
