package org.yiban.policy.tables;

/**
 * A table cannot be read or evaluated, or the data of a document cannot be used: a defect of the files, not of the
 * facts. The message names file or table.
 */
public final class DecisionTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DecisionTableException(String message, Throwable cause) {
        super(message, cause);
    }

    public DecisionTableException(String message) {
        super(message);
    }
}
