package org.yiban.duplicate;

/** One of the two relations of a case. */
public enum Which {
    /** The one in the pool whose case it is. */
    FIRST,
    /** The other one, in this pool or in another. */
    SECOND;

    Which other() {
        return this == FIRST ? SECOND : FIRST;
    }
}
