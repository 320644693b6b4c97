package org.yiban.payment.files;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a payment file says, in whichever format.
 *
 * @param batch number of the batch
 * @param madeAt when the file was made; payments are asked for on that day
 * @param lines at least one
 */
public record PaymentList(String batch, ZonedDateTime madeAt, Payer payer, List<PaymentLine> lines) {

    public PaymentList {
        lines = List.copyOf(lines);
    }

    /** The control total, yuan. */
    public BigDecimal total() {
        return lines.stream().map(PaymentLine::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
