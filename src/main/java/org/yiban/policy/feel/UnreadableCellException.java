package org.yiban.policy.feel;

/** A cell is in no form that is read here; the message says why, in Chinese. */
public final class UnreadableCellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why, in Chinese. */
    public UnreadableCellException(String message) {
        super(message);
    }
}
