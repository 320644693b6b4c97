package org.yiban.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.yiban.region.RegionCode;

/**
 * A payment in the employee scheme that came in through this agency and is not on record yet. Amounts are yuan with two
 * decimals.
 *
 * @param reference number of its receipt: capitals, digits and hyphens, at most 40
 * @param identity in which capacity
 * @param paidOn the day it arrived
 * @param month the first month it was paid for; of a lump sum, that of the payment
 * @param until the last such month
 * @param amount what was paid
 * @param accountCredited what is credited to the personal account for it
 * @param lumpSum whether it closes the gap in contribution years at retirement at once 趸缴
 * @param benefitFrom first day of the benefits it buys
 */
public record NewPayment(
        String reference,
        long personId,
        RegionCode pool,
        MemberIdentity identity,
        LocalDate paidOn,
        YearMonth month,
        YearMonth until,
        BigDecimal amount,
        BigDecimal accountCredited,
        boolean lumpSum,
        LocalDate benefitFrom) {

    /** A payment for one month. */
    public NewPayment(
            String reference,
            long personId,
            RegionCode pool,
            MemberIdentity identity,
            LocalDate paidOn,
            YearMonth month,
            BigDecimal amount,
            BigDecimal accountCredited,
            boolean lumpSum,
            LocalDate benefitFrom) {
        this(reference, personId, pool, identity, paidOn, month, month, amount, accountCredited, lumpSum, benefitFrom);
    }
}
