package org.yiban.sla;

/** Something happened to a clock. Published within the transaction in which it happened. */
public record ClockMoved(ClockTimes times) {}
