package org.yiban.calendar;

/**
 * What a person says of the notice they import, as typed.
 *
 * @param year the year it arranges
 * @param title its title
 * @param published day of its publication, {@code yyyy-MM-dd}
 * @param address where it stands; may be left out where the file says it
 */
public record StatedNotice(String year, String title, String published, String address) {}
