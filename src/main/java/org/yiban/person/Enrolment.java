package org.yiban.person;

import java.time.LocalDate;
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
 */
public record Enrolment(
        long id,
        long personId,
        RegionCode pool,
        Scheme scheme,
        MemberIdentity identity,
        LocalDate from,
        LocalDate until,
        String endReason) {

    /** Whether it has not ended. */
    public boolean open() {
        return until == null;
    }
}
