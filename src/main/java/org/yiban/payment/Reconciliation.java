package org.yiban.payment;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.yiban.ledger.Standing;

/**
 * What orders, ledger, files and results say of a pool, held against each other.
 *
 * @param standing how its money stands by the ledger
 * @param balances the balance of each account by its Chinese name, debits less credits
 * @param balanceSum the sum of all balances: nothing, or the ledger is broken
 * @param orders how many orders stand how
 * @param findings what does not fit; empty if everything does
 * @param checkedBatches how many batches were looked at
 */
public record Reconciliation(
        String pool,
        String poolName,
        ZonedDateTime at,
        Standing standing,
        Map<String, BigDecimal> balances,
        BigDecimal balanceSum,
        List<OrdersByState> orders,
        List<Finding> findings,
        int checkedBatches) {

    /**
     * How many orders stand so.
     *
     * @param amount yuan
     */
    public record OrdersByState(String state, String title, long orders, BigDecimal amount) {}
}
