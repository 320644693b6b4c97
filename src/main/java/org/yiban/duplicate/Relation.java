package org.yiban.duplicate;

import java.time.LocalDate;
import org.yiban.person.Enrolment;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

/**
 * A relation as the case found it.
 *
 * @param identity in which capacity; {@code null} if it is not known
 * @param from first day
 * @param enrolmentId the enrolment on record; {@code null} for one that another pool's record holds
 */
public record Relation(RegionCode pool, Scheme scheme, MemberIdentity identity, LocalDate from, Long enrolmentId) {

    /** Whether it is the same enrolment or, where the record holds none, one of the same pool and scheme. */
    boolean same(Relation other) {
        return enrolmentId == null || other.enrolmentId == null
                ? pool.equals(other.pool) && scheme == other.scheme
                : enrolmentId.equals(other.enrolmentId);
    }

    static Relation of(Enrolment enrolment) {
        return new Relation(
                enrolment.pool(), enrolment.scheme(), enrolment.identity(), enrolment.from(), enrolment.id());
    }
}
