package org.yiban.calendar;

/**
 * Days of a region as somebody states them, as typed.
 *
 * @param region code of a province or pool
 * @param kind {@code OFF} or {@code WORK}
 * @param name what the days are called
 * @param from the first day, {@code yyyy-MM-dd}
 * @param to the last day; the first one if left out
 * @param source where the region announced it
 */
public record StatedLocalDays(String region, String kind, String name, String from, String to, StatedSource source) {

    /**
     * Where a region announced something, as typed.
     *
     * @param number number of the announcement
     * @param published day of its publication, {@code yyyy-MM-dd}
     * @param text its address, or its title and issuer
     */
    public record StatedSource(String number, String published, String text) {}
}
