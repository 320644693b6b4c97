package org.yiban.person;

import java.time.LocalDate;

/** Where a payment or an enrolment stands on a day: before its benefits, in the wait for them, or within them. */
public enum BenefitPhase {
    /** 待遇期未开始, and no wait runs. */
    BEFORE_BENEFIT,
    /** 等待期内. */
    WAITING,
    /** 待遇期内. */
    IN_BENEFIT;

    /**
     * The phase of a day.
     *
     * @param waitingFrom first day of the wait; {@code null} if there is none
     * @param benefitFrom first day of benefits
     */
    public static BenefitPhase on(LocalDate day, LocalDate waitingFrom, LocalDate benefitFrom) {
        if (!day.isBefore(benefitFrom)) {
            return IN_BENEFIT;
        }
        return waitingFrom != null && !day.isBefore(waitingFrom) ? WAITING : BEFORE_BENEFIT;
    }
}
