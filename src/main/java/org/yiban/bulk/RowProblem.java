package org.yiban.bulk;

/**
 * What is wrong with a row. Kept and shown as it is: personal data stand in it masked at most.
 *
 * @param column name of the column; {@code null} if it is the row as a whole
 * @param message what is wrong and what is allowed, in Chinese
 */
public record RowProblem(String column, String message) {}
