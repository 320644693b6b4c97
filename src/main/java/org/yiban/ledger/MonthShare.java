package org.yiban.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What falls to one month of one payment.
 *
 * @param paymentId the payment on record that the month was paid with
 * @param amount yuan, more than nothing, to the cent
 */
public record MonthShare(long paymentId, YearMonth month, BigDecimal amount) {

    private static final int CENTS = 2;

    public MonthShare {
        amount = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a share is more than nothing: " + amount);
        }
    }

    /**
     * Spreads an amount over months: every month the same to the cent, the cents left over to the first ones.
     *
     * @param months at least one, each once; at most as many as the amount has cents
     */
    public static List<MonthShare> spread(long paymentId, List<YearMonth> months, BigDecimal amount) {
        BigDecimal count = BigDecimal.valueOf(months.size());
        BigDecimal even = amount.setScale(CENTS, RoundingMode.UNNECESSARY).divide(count, CENTS, RoundingMode.DOWN);
        int left = amount.subtract(even.multiply(count)).movePointRight(CENTS).intValueExact();
        List<MonthShare> shares = new ArrayList<>(months.size());
        for (int i = 0; i < months.size(); i++) {
            BigDecimal cent = i < left ? BigDecimal.ONE.movePointLeft(CENTS) : BigDecimal.ZERO;
            shares.add(new MonthShare(paymentId, months.get(i), even.add(cent)));
        }
        return shares;
    }

    /** The sum of shares, yuan. */
    public static BigDecimal sum(List<MonthShare> shares) {
        return shares.stream().map(MonthShare::amount).reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
    }
}
