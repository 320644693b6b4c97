package org.yiban.policy.tables;

/** A table cannot be read or evaluated: a defect of the table, not of the facts. The message names file or table. */
public final class DecisionTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DecisionTableException(String message, Throwable cause) {
        super(message, cause);
    }

    public DecisionTableException(String message) {
        super(message);
    }
}
