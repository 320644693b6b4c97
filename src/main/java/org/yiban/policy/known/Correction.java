package org.yiban.policy.known;

/**
 * What a clerk knows better than the record.
 *
 * @param name the fact, as the decision contract calls it
 * @param value what it is, in the contract's spelling; {@code null} or blank: it is not known
 * @param reason why the record is not right, or where the value comes from
 */
public record Correction(String name, String value, String reason) {}
