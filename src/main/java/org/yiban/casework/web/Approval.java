package org.yiban.casework.web;

import org.yiban.web.Required;

/**
 * What a second person says to what was prepared.
 *
 * @param reason required to return it
 */
public record Approval(Confirmation decision, String reason) {

    /** Whether it is approved; refuses a request that says neither. */
    public boolean confirmed() {
        return Required.decision(decision, Confirmation.class) == Confirmation.CONFIRM;
    }
}
