package org.yiban.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;

/**
 * Money came in for an order that was settled otherwise already: too late, or once more. Published inside the transaction
 * that learns of it; the order stays as it is.
 *
 * @param key key of the order
 * @param amount what came in, yuan
 * @param receipt number of its receipt
 * @param receivedOn the day on which it came in
 */
public record CollectionContradicted(
        CaseNumber caseNumber, String key, BigDecimal amount, String receipt, LocalDate receivedOn) {}
