package org.yiban.transfer.months;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.person.ContributionMonth;
import org.yiban.person.People;
import org.yiban.region.RegionCode;

/** Joins the months of a transfer's two sides. Writes nothing. */
@Component
public class JoiningMonths {

    private final People people;

    JoiningMonths(People people) {
        this.people = people;
    }

    /**
     * What a pool has on record for a person now, joined with what an information table states.
     *
     * @param pool the transfer-in side
     * @param stated the months of the information table
     */
    public JoinedMonths of(long personId, RegionCode pool, List<ContributionMonth> stated) {
        return JoinedMonths.of(people.months(personId, pool), stated);
    }
}
