package org.yiban.refund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiban.kernel.CaseNumber;
import org.yiban.refund.facts.RefundFacts;
import org.yiban.refund.facts.RefundReason;
import org.yiban.region.RegionCode;

/**
 * A refund as it stands.
 *
 * @param pool the pool that decides and pays
 * @param personId the insured person
 * @param paymentId what is claimed back
 * @param claimedFrom first month that is claimed; {@code null}: the payment's
 * @param claimedTo last month that is claimed; {@code null}: the payment's
 * @param claimedAmount yuan; {@code null} if none was stated
 * @param facts by which the tables decide; {@code null} until derived
 * @param evidenceSeen codes of the evidence that a clerk has seen
 * @param ruling {@code null} until decided that something is given back
 * @param recovered what came back from the personal account or was collected, yuan
 * @param deducted what did not come back and is kept from the refund instead, yuan
 * @param collections how many times the rest was asked for
 * @param stopReason why people ended it without refund, in Chinese; {@code null} if the tables did
 * @param round 1, and one more for each objection that reopened the decision
 * @param releaseFile the bulk file with which it was released; {@code null} if it came alone
 * @param releasedAmount what was shown and released with it, yuan; {@code null} if nothing was
 * @param open whether its case is open
 */
record Refund(
        CaseNumber caseNumber,
        RegionCode pool,
        long personId,
        long paymentId,
        RefundReason reason,
        LocalDate requestedOn,
        LocalDate eventOn,
        LocalDate eventUntil,
        YearMonth claimedFrom,
        YearMonth claimedTo,
        BigDecimal claimedAmount,
        PayeeRole payeeIs,
        RefundPayee payee,
        String contactPhone,
        RefundFacts facts,
        List<String> evidenceSeen,
        RefundRuling ruling,
        BigDecimal recovered,
        BigDecimal deducted,
        int collections,
        String stopReason,
        int round,
        String releaseFile,
        BigDecimal releasedAmount,
        boolean open) {

    /** What of the clawback has not come back yet, yuan. */
    BigDecimal rest() {
        return ruling.clawback().subtract(recovered);
    }

    /** Key of the order that pays this round. */
    String orderKey() {
        return caseNumber + "/refund" + (round == 1 ? "" : "/" + round);
    }

    RefundChange change() {
        return new RefundChange(this);
    }
}
