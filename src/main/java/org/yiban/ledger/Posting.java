package org.yiban.ledger;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * A transaction of the ledger: one account is debited, another credited, by the same amount.
 *
 * @param amount yuan
 * @param reference what it rests on: key of the order, batch, receipt, result file
 */
public record Posting(
        ZonedDateTime at, PostingKind kind, Account debit, Account credit, BigDecimal amount, String reference) {}
