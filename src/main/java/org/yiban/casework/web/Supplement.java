package org.yiban.casework.web;

import org.yiban.web.Required;

/**
 * Whether what was asked of the applicant came.
 *
 * @param note what came, or why nothing did
 */
public record Supplement(Came decision, String note) {

    /** Whether it came; refuses a request that does not say so. */
    public boolean received() {
        return Required.decision(decision, Came.class) == Came.RECEIVED;
    }

    /** 补正是否收到。 */
    public enum Came {
        RECEIVED,
        NOT_RECEIVED
    }
}
