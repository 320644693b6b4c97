package org.yiban.sla;

/**
 * Something happened to a clock. Published within the transaction in which it happened.
 *
 * @param first whether it is the first thing that ever happened to it
 */
public record ClockMoved(ClockTimes times, boolean first) {}
