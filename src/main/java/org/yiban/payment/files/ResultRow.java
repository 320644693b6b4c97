package org.yiban.payment.files;

import java.math.BigDecimal;
import org.yiban.ledger.OrderState;

/**
 * What a result file says of one payment.
 *
 * @param number counted from 1, as people find it in the file
 * @param order key of the order
 * @param state {@code PAID}, {@code REJECTED} or {@code UNKNOWN}
 * @param amount yuan
 * @param reason why it was not paid; {@code null} if it was
 * @param afterPayment whether it had arrived before it came back (退汇)
 */
public record ResultRow(
        int number, String order, OrderState state, BigDecimal amount, String reason, boolean afterPayment) {

    /** A payment that had not arrived before. */
    public ResultRow(int number, String order, OrderState state, BigDecimal amount, String reason) {
        this(number, order, state, amount, reason, false);
    }
}
