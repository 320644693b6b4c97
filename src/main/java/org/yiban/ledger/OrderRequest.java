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
 * @param amount yuan, more than nothing, to the cent: the sum of the months, where it pays for months
 * @param months what it is paid for; none where its purpose pays no months, else at least one
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
        if (amount.signum() <= 0 || months.isEmpty() == purpose.paysMonths()) {
            throw new IllegalArgumentException(purpose + " of " + amount + " for " + months.size() + " months");
        }
        if (purpose.paysMonths() && MonthShare.sum(months).compareTo(amount) != 0) {
            throw new IllegalArgumentException("an order pays the sum of its months: " + amount);
        }
    }
}
