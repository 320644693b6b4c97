package org.yiban.casework;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * A case has money on record that is to be given back: a refund of its own is opened in the publisher's transaction.
 *
 * @param askedBy the case that asks
 * @param paymentReference receipt number of the payment on record
 * @param reason why, as the family {@code refund-eligibility} knows it
 * @param eventOn first day of what happened
 * @param payeeIs what the payee is to the insured person: SELF, HEIR, GUARDIAN or EMPLOYER
 * @param payeeName holder of the account
 * @param accountNumber in full
 * @param bankCode of the account's bank
 * @param by user id of who asks
 * @param opened is told the number of the refund
 */
public record RefundAsked(
        CaseNumber askedBy,
        RegionCode pool,
        long personId,
        String paymentReference,
        String reason,
        LocalDate eventOn,
        String payeeIs,
        String payeeName,
        String accountNumber,
        String bankCode,
        String by,
        Consumer<CaseNumber> opened) {

    /** Never prints the account number. */
    @Override
    public String toString() {
        return "RefundAsked[" + askedBy + ", " + paymentReference + "]";
    }
}
