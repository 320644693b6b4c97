package org.yiban.payment;

import java.math.BigDecimal;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.OrderPurpose;

/**
 * A payment within a batch.
 *
 * @param attempt which attempt of the order it is
 * @param outcome {@code PAID}, {@code REJECTED}, {@code UNKNOWN} or {@code RETURNED}; {@code null} before there is one
 * @param orderState where the order stands now, whatever became of this attempt
 * @param reason why the order came back or is unknown, in Chinese; {@code null} otherwise
 */
public record BatchLine(
        int sequence,
        long orderId,
        String order,
        OrderPurpose purpose,
        CaseNumber caseNumber,
        int attempt,
        BigDecimal amount,
        String payeeName,
        String accountMasked,
        String bankCode,
        String outcome,
        String outcomeTitle,
        String orderState,
        String reason) {}
