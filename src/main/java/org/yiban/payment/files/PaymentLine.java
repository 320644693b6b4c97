package org.yiban.payment.files;

import java.math.BigDecimal;
import org.yiban.ledger.BankAccount;

/**
 * A payment of a batch.
 *
 * @param sequence counted from 1
 * @param order key of the order, at most 35 characters
 * @param amount yuan
 * @param remark what it is for, at most 140 characters
 */
public record PaymentLine(
        int sequence, String order, String payee, BankAccount account, BigDecimal amount, String remark) {}
