package org.yiban.payment.files;

import java.math.BigDecimal;
import java.util.List;

/**
 * A result file that could be read.
 *
 * @param batch the batch it says it is about
 * @param originalOrders how many payments it says the batch had; {@code null} if it does not say
 * @param originalTotal what it says they came to, yuan; {@code null} if it does not say
 * @param rows at least one, each order once
 */
public record ResultFile(
        ResultFormat format, String batch, Long originalOrders, BigDecimal originalTotal, List<ResultRow> rows) {

    public ResultFile {
        rows = List.copyOf(rows);
    }
}
