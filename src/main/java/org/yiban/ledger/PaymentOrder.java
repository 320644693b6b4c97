package org.yiban.ledger;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * An order to pay, without the account number in full.
 *
 * @param amount yuan
 * @param accountMasked first and last digits of the account
 * @param attempt counted from 1; a corrected account begins the next
 * @param reason why it came back, is unknown or was cancelled, in Chinese; {@code null} otherwise
 * @param settledAt when it was paid or cancelled; {@code null} before
 */
public record PaymentOrder(
        long id,
        String key,
        CaseNumber caseNumber,
        RegionCode pool,
        long personId,
        OrderPurpose purpose,
        BigDecimal amount,
        String payeeName,
        String accountMasked,
        String bankCode,
        OrderState state,
        int attempt,
        String reason,
        ZonedDateTime issuedAt,
        ZonedDateTime settledAt) {}
