package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.backpay.years.RetirementKind;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Sex;

/**
 * What an application stated, as the case keeps it.
 *
 * @param sex of the person, as on record
 * @param requestedOn day of the request
 * @param retirementAgeOn the day on which the age is reached
 * @param accountType {@code null} if not stated
 * @param convertsToAccount whether the person turned from a pooled-only fund to one with an account, likewise
 * @param pensionStarted likewise
 * @param pensionLastMonth yuan, likewise
 * @param agentName who asks, if it is not the person
 * @param contactPhone {@code null} if not stated
 * @param file the file it came with; {@code null} if it came alone
 */
public record StatedBackpay(
        Sex sex,
        LocalDate requestedOn,
        LocalDate retirementAgeOn,
        RetirementKind retirementKind,
        MemberIdentity identity,
        String accountType,
        Boolean convertsToAccount,
        Boolean pensionStarted,
        BigDecimal pensionLastMonth,
        ApplicantKind applicant,
        String agentName,
        String contactPhone,
        String file) {}
