package org.yiban.cockpit.engine;

import java.time.LocalDate;

/**
 * So many cases of a pool that waited at an element from the one day to the other.
 *
 * @param until {@code null} if they wait there now
 */
public record Stay(String pool, String activityId, String activityName, LocalDate from, LocalDate until, int cases) {}
