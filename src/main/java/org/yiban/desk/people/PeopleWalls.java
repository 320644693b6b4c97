package org.yiban.desk.people;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.region.RegionCode;

/**
 * Who may see which person: staff of a pool, analysts excepted, see the people who are or were enrolled there and those
 * of whom the pool has a case. Everybody else does not even learn that there is such a person.
 */
@Component
class PeopleWalls {

    private final Access access;
    private final People people;
    private final Cases cases;

    PeopleWalls(Access access, People people, Cases cases) {
        this.access = access;
        this.people = people;
        this.cases = cases;
    }

    /**
     * The pools whose people the caller may see.
     *
     * @throws ProblemException UNAUTHENTICATED, or FORBIDDEN where there is no such pool
     */
    Set<RegionCode> poolsOfCaller() {
        Set<RegionCode> pools = access.current().casePools();
        if (pools.isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "您的岗位不查看参保人；请由经办岗位的人员办理。");
        }
        return pools;
    }

    /**
     * The pools the caller may load files for.
     *
     * @throws ProblemException UNAUTHENTICATED, or FORBIDDEN where there is no such pool
     */
    Set<RegionCode> supervisedPools() {
        Set<RegionCode> pools = access.current().pools(Role.SUPERVISE);
        if (pools.isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "只有主管可以导入参保人数据。");
        }
        return pools;
    }

    /** Whether a person is one of the pools' people. */
    boolean within(Set<RegionCode> pools, long personId) {
        return people.enrolments(personId).stream().map(Enrolment::pool).anyMatch(pools::contains)
                || cases.concern(personId, pools);
    }
}
