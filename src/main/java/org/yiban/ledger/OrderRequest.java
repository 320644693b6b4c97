package org.yiban.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * What is to be paid.
 *
 * @param key unique for what is paid: asked for twice, it is one order; at most {@value #LONGEST_KEY} characters, since
 *     payment files carry it (ISO 20022: Max35Text)
 * @param pool the pool whose fund pays
 * @param personId whose matter it is; need not be the payee
 * @param amount yuan, more than nothing, to the cent: the sum of the months
 * @param months what it is paid for; at least one
 */
public record OrderRequest(
        String key,
        CaseNumber caseNumber,
        RegionCode pool,
        long personId,
        OrderPurpose purpose,
        BigDecimal amount,
        Payee payee,
        List<MonthShare> months) {

    private static final int CENTS = 2;
    private static final int LONGEST_KEY = 35;

    public OrderRequest {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key of 1 to " + LONGEST_KEY + " characters: " + key);
        }
        amount = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
        months = List.copyOf(months);
        if (months.isEmpty() || MonthShare.sum(months).compareTo(amount) != 0) {
            throw new IllegalArgumentException("an order pays the sum of its months: " + amount);
        }
    }
}
