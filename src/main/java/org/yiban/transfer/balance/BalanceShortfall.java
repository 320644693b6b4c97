package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What the account no longer held of a balance that was to leave it.
 *
 * @param amount yuan
 * @param settled {@code null} until finance has recorded how it was settled
 */
record BalanceShortfall(BigDecimal amount, Settled settled) {

    /**
     * How it was settled.
     *
     * @param paper number of the receipt or letter that shows it
     * @param on day of that paper
     * @param at when it was recorded
     */
    record Settled(
            ShortfallSettlement settlement,
            String paper,
            LocalDate on,
            String note,
            String byUser,
            OffsetDateTime at) {}
}
