package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;

/**
 * The arrears of an employer, as they stand.
 *
 * @param payOn day of payment up to which the late fee is counted
 * @param facts bases, rates and prices, each with where it comes from; {@code null} until they were looked up
 * @param quote what it comes to; {@code null} until it was asked
 * @param orders how many collection orders were issued
 * @param waiting whether the process waits for word of the last of them
 * @param received what came in and stays, yuan
 * @param receivedOn day on which the last of it came in; {@code null} if nothing did
 * @param onRecord what it left on record; {@code null} while it left nothing
 * @param stopReason why nothing is collected (any more); {@code null} while something is
 */
record ArrearsCase(
        CaseNumber number,
        RegionCode pool,
        String unitName,
        UnitCode unitCode,
        ArrearsGround ground,
        AccountType accountType,
        LocalDate payOn,
        String contactPhone,
        List<ArrearsRun> runs,
        KnownFacts facts,
        ArrearsQuote quote,
        int orders,
        boolean waiting,
        BigDecimal received,
        LocalDate receivedOn,
        ArrearsOnRecord onRecord,
        String stopReason) {

    /** What is still to come in, yuan; nothing or less where all has. */
    BigDecimal rest() {
        return quote.total().subtract(received);
    }

    /** Whether it is on record, and nothing is to come in any more; not while nobody has named the price anew. */
    boolean paid() {
        return onRecord != null && quote.principal() != null && rest().signum() <= 0;
    }

    /** The months of a run that it put on record. */
    SortedSet<YearMonth> recorded(ArrearsRun run) {
        return onRecord == null ? Collections.emptySortedSet() : onRecord.months(run.fact());
    }

    /** What it credited to the personal account for a run, yuan. */
    BigDecimal credited(ArrearsRun run) {
        return onRecord == null ? Cents.NONE : onRecord.credited(run.fact());
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
        return number + "/arrears/" + order;
    }

    /** Whether the order of a key was issued for arrears. */
    static boolean isOrderKey(String key) {
        return key.contains("/arrears/");
    }

    /** The same with other facts. */
    ArrearsCase with(KnownFacts others) {
        return new ArrearsCase(
                number,
                pool,
                unitName,
                unitCode,
                ground,
                accountType,
                payOn,
                contactPhone,
                runs,
                others,
                quote,
                orders,
                waiting,
                received,
                receivedOn,
                onRecord,
                stopReason);
    }

    /** The same with another day of payment. */
    ArrearsCase payingOn(LocalDate day) {
        return new ArrearsCase(
                number,
                pool,
                unitName,
                unitCode,
                ground,
                accountType,
                day,
                contactPhone,
                runs,
                facts,
                quote,
                orders,
                waiting,
                received,
                receivedOn,
                onRecord,
                stopReason);
    }
}
