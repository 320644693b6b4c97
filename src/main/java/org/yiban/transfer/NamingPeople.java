package org.yiban.transfer;

import org.springframework.stereotype.Component;
import org.yiban.person.People;

/** Names people to other agencies, in full; that it happened stands in the audit trail with the reason. */
@Component
public class NamingPeople {

    private final People people;

    NamingPeople(People people) {
        this.people = people;
    }

    /** @param reason why they are named in full, in Chinese */
    public NamedPerson name(long personId, String reason) {
        return new NamedPerson(people.require(personId).name(), people.revealIdentityNumber(personId, reason));
    }
}
