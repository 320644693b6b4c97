package org.yiban.refund;

import java.math.BigDecimal;
import java.util.List;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Outcome;

/**
 * What the tables would say of an application on the record as it is now. Binds nothing.
 *
 * @param outcome {@code null} if facts are open that only a person can state
 * @param refundScope as the decision contract has it; {@code null} unless {@code ELIGIBLE}
 * @param amount yuan; {@code null} unless {@code ELIGIBLE} and countable
 * @param clawback what is recovered from the personal account first, yuan; likewise
 * @param basis the provisions that decide
 * @param openFacts names of the facts that only a person can state
 */
public record RefundPreview(
        Outcome outcome,
        String refundScope,
        BigDecimal amount,
        BigDecimal clawback,
        List<ProvisionReference> basis,
        List<String> openFacts) {}
