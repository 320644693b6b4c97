package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * The gap in benefits of a transfer, as it stands.
 *
 * @param pool the transfer-in pool
 * @param facts by which the tables decide
 * @param quotes what they say; {@code null} until they were asked
 * @param toPay what the applicant chose; {@code null} until they did
 * @param amount what the gap costs, yuan; {@code null} unless it is paid
 * @param amountSource where the amount comes from, in Chinese; likewise
 * @param countsUntil the last day on which the money covers the gap; {@code null} if it never does
 * @param orders how many collection orders were issued
 * @param waiting whether the process waits for word of the last of them
 * @param received what came in of them, yuan
 * @param receivedOn day on which the last of it came in; {@code null} if nothing did
 * @param outcome {@code null} until it ended
 */
record BenefitGap(
        CaseNumber caseNumber,
        RegionCode pool,
        long personId,
        GapFacts facts,
        GapQuotes quotes,
        Boolean toPay,
        BigDecimal amount,
        String amountSource,
        LocalDate countsUntil,
        int orders,
        boolean waiting,
        BigDecimal received,
        LocalDate receivedOn,
        GapOutcome outcome) {

    /** What is still to come in, yuan. */
    BigDecimal rest() {
        return amount.subtract(received);
    }

    /** The key of the order that was issued last. */
    String orderKey() {
        return keyOf(orders);
    }

    /** The key of the next order. */
    String nextOrderKey() {
        return keyOf(orders + 1);
    }

    private String keyOf(int order) {
        return caseNumber + "/gap/" + order;
    }

    /** Whether the order of a key was issued for a gap. */
    static boolean isOrderKey(String key) {
        return key.contains("/gap/");
    }

    /** Whether what came in came too late to cover the gap. */
    boolean late() {
        return countsUntil != null && receivedOn != null && receivedOn.isAfter(countsUntil);
    }
}
