package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * The gap in benefits of a transfer, as it stands.
 *
 * @param pool the transfer-in pool
 * @param conversation the conversation of the transfer in which it was decided
 * @param statedUntil last paid month of the table by which it was; {@code null} if that stated none
 * @param facts by which the tables decide
 * @param quotes what they say; {@code null} until they were asked
 * @param toPay what the applicant chose; {@code null} until they did
 * @param amount what the gap costs, yuan; {@code null} unless it is paid
 * @param amountSource where the amount comes from, in Chinese; likewise
 * @param countsUntil the last day on which the money covers the gap; {@code null} if it never does
 * @param firstOrder the first order since it was last decided anew, from 1
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
        UUID conversation,
        YearMonth statedUntil,
        GapFacts facts,
        GapQuotes quotes,
        Boolean toPay,
        BigDecimal amount,
        String amountSource,
        LocalDate countsUntil,
        int firstOrder,
        int orders,
        boolean waiting,
        BigDecimal received,
        LocalDate receivedOn,
        GapOutcome outcome) {

    /** Whether the applicant pays, and what becomes of the money is not known yet. */
    boolean paymentUnderWay() {
        return Boolean.TRUE.equals(toPay) && outcome == null;
    }

    /**
     * The last month that the payment of this gap closed, where a table states until when was paid otherwise; empty if it was
     * not paid, or would leave months before it unpaid.
     */
    Optional<YearMonth> closedUntil(YearMonth stated) {
        if (outcome == null || !outcome.clears()) {
            return Optional.empty();
        }
        YearMonth before = YearMonth.parse(facts.value(GapFacts.LAST_PAID_MONTH));
        YearMonth last = before.plusMonths(quotes.unpaidMonths());
        return Optional.of(last).filter(month -> !stated.isBefore(before) && !stated.isAfter(month));
    }

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

    /** Whether the order of a key was issued for this gap since it was last decided anew. */
    boolean ordered(String key) {
        return isOrderKey(key) && Integer.parseInt(key.substring(key.lastIndexOf('/') + 1)) >= firstOrder;
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
