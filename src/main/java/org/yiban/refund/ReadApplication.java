package org.yiban.refund;

import java.util.List;
import org.yiban.kernel.Violation;
import org.yiban.ledger.Payee;
import org.yiban.person.IdentityNumber;
import org.yiban.refund.facts.RefundReason;
import org.yiban.region.RegionCode;

/**
 * An application as it reads, before the record is asked; what cannot be read is {@code null}.
 *
 * @param wrong what is wrong with it on paper
 */
record ReadApplication(
        RefundApplication application,
        IdentityNumber number,
        String name,
        RegionCode pool,
        RefundReason reason,
        String paymentReference,
        Payee payee,
        PayeeRole payeeIs,
        List<Violation> wrong) {

    /** Whether all that the record is asked with could be read. */
    boolean complete() {
        return number != null
                && name != null
                && pool != null
                && reason != null
                && paymentReference != null
                && application.requestedOn() != null
                && payee != null
                && payeeIs != null
                && wrong.isEmpty();
    }
}
