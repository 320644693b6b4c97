package org.yiban.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;

/**
 * Money came in that closes no collection order: it stands as a receipt that is to be assigned, until whoever ordered it
 * counts it or sees to it that it goes back. Published inside the transaction that learns of it, once a receipt; the order
 * stays as it is.
 *
 * @param key key of the order that it came for
 * @param amount what came in, yuan
 * @param receipt number of its receipt
 * @param receivedOn the day on which it came in
 */
public record ReceiptUnassigned(
        CaseNumber caseNumber, String key, Why why, BigDecimal amount, String receipt, LocalDate receivedOn) {

    /** Why it closes none. */
    public enum Why {
        /** Nobody waited for it any longer. */
        LATE,
        /** It was paid already. */
        TWICE,
        /** It is more than was asked for. */
        SURPLUS
    }
}
