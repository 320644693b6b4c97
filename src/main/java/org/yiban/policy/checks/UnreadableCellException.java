package org.yiban.policy.checks;

/** A cell is in no form that the checks know; the message says why, in Chinese. */
final class UnreadableCellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableCellException(String message) {
        super(message);
    }
}
