package org.yiban.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.yiban.region.RegionCode;

/**
 * What was paid in for a person 缴费, as one payment. Amounts are yuan with two decimals, never negative.
 *
 * @param id our number for the payment
 * @param reference number of its receipt 缴费凭证号, unique
 * @param personId for whom
 * @param pool the pooling area it was paid to
 * @param scheme the scheme
 * @param identity in which capacity
 * @param paidOn the day it arrived
 * @param from first month it pays for
 * @param to last month it pays for
 * @param personalAmount what the person paid
 * @param subsidyAmount what medical assistance paid in addition 医疗救助资助
 * @param accountCredited what was credited to the personal account for it
 * @param coverageYear year it pays for; {@code null} in the employee scheme
 * @param lumpSum whether it closes the gap in contribution years at retirement at once 趸缴
 * @param waitingFrom first day of the wait; {@code null} if there is none
 * @param benefitFrom first day of the benefits it buys
 */
public record Payment(
        long id,
        String reference,
        long personId,
        RegionCode pool,
        Scheme scheme,
        MemberIdentity identity,
        LocalDate paidOn,
        YearMonth from,
        YearMonth to,
        BigDecimal personalAmount,
        BigDecimal subsidyAmount,
        BigDecimal accountCredited,
        Integer coverageYear,
        boolean lumpSum,
        LocalDate waitingFrom,
        LocalDate benefitFrom) {

    /** How many months it pays for, at least one. */
    public int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to)) + 1;
    }

    /** Whether it pays for a month. */
    public boolean covers(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** Whether some month is paid for by both. */
    public boolean overlaps(Payment other) {
        return !from.isAfter(other.to) && !to.isBefore(other.from);
    }

    /** Where it stands on a day. */
    public BenefitPhase phaseOn(LocalDate day) {
        return BenefitPhase.on(day, waitingFrom, benefitFrom);
    }
}
