package org.yiban.duplicate;

import java.time.LocalDate;

/**
 * Which relation the person asked in writing to keep (TL2022 四(五)).
 *
 * @param statedOn day of the writing
 */
public record Wish(Which keep, LocalDate statedOn) {}
