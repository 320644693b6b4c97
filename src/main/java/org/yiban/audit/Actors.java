package org.yiban.audit;

import java.util.Optional;

/** Knows who acts in the running request. Implemented above this module, where logins are known. */
public interface Actors {

    /** The person acting; empty for the application's own work. */
    Optional<Actor> current();
}
