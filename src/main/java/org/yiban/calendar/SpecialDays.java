package org.yiban.calendar;

import java.util.List;

/**
 * The days of a stretch that notices make different from plain weeks, each run of one festival once.
 *
 * @param off days off, with the festival's name: {@code 春节2026-02-15至2026-02-23}
 * @param work working days at weekends: {@code 2026-02-14}
 */
public record SpecialDays(List<String> off, List<String> work) {}
