package org.yiban.casework.web;

import org.yiban.web.Required;

/** What a supervisor says to an objection. */
public record ObjectionDecided(Outcome decision, String reason) {

    /** Whether the case is decided again; refuses a request that does not say so. */
    public boolean again() {
        return Required.decision(decision, Outcome.class) == Outcome.DECIDE_AGAIN;
    }

    /** 异议复核的结果。 */
    public enum Outcome {
        UPHOLD,
        DECIDE_AGAIN
    }
}
