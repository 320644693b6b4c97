package org.yiban.ledger;

import org.yiban.kernel.CaseNumber;

/**
 * An order was paid or came back. Published inside the transaction that settles it.
 *
 * @param state {@code PAID} or {@code REJECTED}
 * @param reason why it came back, in Chinese; {@code null} if it was paid
 */
public record OrderSettled(CaseNumber caseNumber, String orderKey, OrderState state, String reason) {}
