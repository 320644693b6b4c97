package org.yiban.desk.people;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.audit.Actor;
import org.yiban.audit.Actors;

/** Tells the audit trail who is logged in. */
@Component
class SignedInActors implements Actors {

    private final Access access;

    SignedInActors(Access access) {
        this.access = access;
    }

    @Override
    public Optional<Actor> current() {
        return access.currentIfAny().map(user -> new Actor(user.id(), user.name()));
    }
}
