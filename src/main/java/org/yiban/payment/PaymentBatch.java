package org.yiban.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * Orders of a pool that leave for the treasury in one file.
 *
 * @param number as in {@code FK371500-2026-000001}
 * @param total yuan
 * @param settledOrders how many were paid or came back
 * @param refusal why the second person did not approve; {@code null} otherwise
 * @param resultsDueOn until when the treasury has to answer; {@code null} before the file leaves
 * @param connected whether the file left through the exchange; {@code null} before it leaves
 * @param accepted whether the treasury took the file; {@code null} without a receipt
 * @param receiptReason why it did not; {@code null} otherwise
 */
public record PaymentBatch(
        CaseNumber number,
        RegionCode pool,
        BatchState state,
        int orders,
        BigDecimal total,
        int settledOrders,
        String drawnBy,
        ZonedDateTime drawnAt,
        String decidedBy,
        ZonedDateTime decidedAt,
        String refusal,
        ZonedDateTime leftAt,
        LocalDate resultsDueOn,
        Boolean connected,
        Boolean accepted,
        ZonedDateTime receiptAt,
        String receiptReason) {}
