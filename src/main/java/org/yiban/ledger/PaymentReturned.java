package org.yiban.ledger;

import org.yiban.kernel.CaseNumber;

/**
 * A payment that had arrived came back from the payee's bank (退汇); its case is closed. Published inside the transaction
 * that takes it back.
 *
 * @param reason why, in Chinese
 */
public record PaymentReturned(CaseNumber caseNumber, String orderKey, String reason) {}
