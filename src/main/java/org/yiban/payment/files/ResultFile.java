package org.yiban.payment.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A result file that could be read.
 *
 * @param batch the batch it says it is about
 * @param originalOrders how many payments it says the batch had; {@code null} if it does not say
 * @param originalTotal what it says they came to, yuan; {@code null} if it does not say
 * @param latestDay the latest day that it names; {@code null} if it names none
 * @param rows at least one, each order once
 */
public record ResultFile(
        ResultFormat format,
        String batch,
        Long originalOrders,
        BigDecimal originalTotal,
        LocalDate latestDay,
        List<ResultRow> rows) {

    public ResultFile {
        rows = List.copyOf(rows);
    }
}
