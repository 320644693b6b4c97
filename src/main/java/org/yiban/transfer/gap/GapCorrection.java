package org.yiban.transfer.gap;

/**
 * What a clerk knows better than the record.
 *
 * @param name the fact, as the decision contract calls it
 * @param value what it is, in the contract's spelling; {@code null} or blank: it is not known
 * @param reason why the record is not right
 */
public record GapCorrection(String name, String value, String reason) {}
