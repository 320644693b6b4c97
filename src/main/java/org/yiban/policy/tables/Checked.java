package org.yiban.policy.tables;

/**
 * A cell of a rule and the value it met. Cells on open facts are not among them: what those are does not matter.
 *
 * @param fact name of the fact, stated or derived
 * @param value the fact's plain value; {@code null} if there is none
 * @param test what the cell asks, as it is written: {@code >= date("2022-10-01")}
 */
public record Checked(String fact, Object value, String test) {}
