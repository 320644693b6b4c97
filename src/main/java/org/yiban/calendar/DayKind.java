package org.yiban.calendar;

/** What a notice makes of a day. */
enum DayKind {
    /** A day off. */
    OFF,
    /** A working day, usually at a weekend (调休上班). */
    WORK
}
