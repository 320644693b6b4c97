package org.yiban.calendar;

import java.util.List;

/**
 * The days of a stretch that announcements make different from plain weeks, each run of one name once.
 *
 * @param off days off of the country, with the festival's name: {@code 春节2026-02-15至2026-02-23}
 * @param work working days of the country at weekends: {@code 2026-02-14}
 * @param localOff days off of the region, with their name and announcement: {@code 台风停工2026-09-08（聊防指发〔2026〕7号）}
 * @param localWork working days of the region, as {@code localOff}
 */
public record SpecialDays(List<String> off, List<String> work, List<String> localOff, List<String> localWork) {}
