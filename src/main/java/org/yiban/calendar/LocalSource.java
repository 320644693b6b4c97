package org.yiban.calendar;

import java.time.LocalDate;

/**
 * Where a region announced something.
 *
 * @param number number of the announcement: 聊防指发〔2026〕7号
 * @param published day of the announcement
 * @param text its address, or its title and issuer where it has none
 */
public record LocalSource(String number, LocalDate published, String text) {}
