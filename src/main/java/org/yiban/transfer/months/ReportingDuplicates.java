package org.yiban.transfer.months;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.DuplicateRelationsFound;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.OverlappingRelations;
import org.yiban.person.People;
import org.yiban.person.Suspensions;
import org.yiban.region.RegionCode;

/** Hands relations that stand twice over to whoever clears them up. */
@Component
public class ReportingDuplicates {

    private final People people;
    private final Suspensions suspensions;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    ReportingDuplicates(People people, Suspensions suspensions, ApplicationEventPublisher events, BusinessTime time) {
        this.people = people;
        this.suspensions = suspensions;
        this.events = events;
        this.time = time;
    }

    /**
     * Says that a case came across two relations that stand today, one of them in the pool; to say it again opens no second
     * case. The case goes on whatever becomes of them.
     *
     * @return whether there are any
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean report(CaseNumber foundIn, RegionCode pool, long personId) {
        boolean found =
                OverlappingRelations.on(time.today(), people.enrolments(personId), suspensions.of(personId)).stream()
                        .anyMatch(pair -> pair.first().pool().equals(pool)
                                || pair.second().pool().equals(pool));
        if (found) {
            events.publishEvent(new DuplicateRelationsFound(foundIn, pool, personId, time.today()));
        }
        return found;
    }
}
