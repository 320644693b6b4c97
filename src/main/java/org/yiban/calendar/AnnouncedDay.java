package org.yiban.calendar;

import java.time.LocalDate;

/** What one notice says of one day. */
public record AnnouncedDay(String notice, LocalDate day, String festival, DayKind kind) {}
