package org.yiban.refund.facts;

import java.time.LocalDate;
import org.yiban.person.Payment;
import org.yiban.region.RegionCode;

/**
 * What somebody claims back and why.
 *
 * @param personId the insured person
 * @param pool the pooling area that is asked
 * @param reason why
 * @param payment what is claimed back
 * @param requestedOn the day of the request
 * @param eventOn first day of what happened, as the applicant states it; {@code null}: as the record has it, if it does
 * @param eventUntil last day of it, as the applicant states it; {@code null} if it has none or none is stated
 */
public record RefundClaim(
        long personId,
        RegionCode pool,
        RefundReason reason,
        Payment payment,
        LocalDate requestedOn,
        LocalDate eventOn,
        LocalDate eventUntil) {}
