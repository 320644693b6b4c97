package org.yiban.person;

import java.time.LocalDate;
import java.util.Optional;
import org.yiban.region.RegionCode;

/**
 * A person's enrolment 参保关系 with one scheme of one pool.
 *
 * @param id our number for the enrolment
 * @param personId whose it is
 * @param pool the pooling area 统筹区
 * @param scheme the scheme
 * @param identity in which capacity
 * @param from first day
 * @param until last day; {@code null} while it is open
 * @param endReason why it ended, in Chinese; {@code null} while it is open
 * @param waitingFrom first day of the wait 等待期; {@code null} if there is none or none is known
 * @param benefitFrom first day of benefits 待遇享受期; {@code null} if it is not known
 */
public record Enrolment(
        long id,
        long personId,
        RegionCode pool,
        Scheme scheme,
        MemberIdentity identity,
        LocalDate from,
        LocalDate until,
        String endReason,
        LocalDate waitingFrom,
        LocalDate benefitFrom) {

    /** Whether it has not ended. */
    public boolean open() {
        return until == null;
    }

    /** Whether it stands on a day. */
    public boolean standsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Where its benefits stand on a day; empty if their first day is not known. */
    public Optional<BenefitPhase> phaseOn(LocalDate day) {
        return Optional.ofNullable(benefitFrom).map(start -> BenefitPhase.on(day, waitingFrom, start));
    }
}
