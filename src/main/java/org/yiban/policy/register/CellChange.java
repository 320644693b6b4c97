package org.yiban.policy.register;

/**
 * A cell that differs.
 *
 * @param column name of the fact or output; {@code 说明} for a rule's annotation
 * @param label what people read of the column
 * @param before what stood there; empty if nothing
 * @param after what stands there now; empty if nothing
 */
public record CellChange(String column, String label, String before, String after) {}
