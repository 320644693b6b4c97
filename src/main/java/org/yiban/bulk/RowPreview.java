package org.yiban.bulk;

import java.math.BigDecimal;

/**
 * How a row would be decided, as the reviewer is shown it. Kept as it is: it holds no personal data.
 *
 * @param outcome identifier of the outcome, by which rows are added up
 * @param title the outcome in Chinese
 * @param amount yuan that would be paid; {@code null} where none
 * @param basis why, in Chinese, with the provisions
 */
public record RowPreview(String outcome, String title, BigDecimal amount, String basis) {}
