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
 */
public record ResultRow(int number, String order, OrderState state, BigDecimal amount, String reason) {}
