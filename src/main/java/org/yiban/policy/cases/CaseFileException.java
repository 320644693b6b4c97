package org.yiban.policy.cases;

/** A case file cannot be read; the message names file and line. */
public final class CaseFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseFileException(String message) {
        super(message);
    }
}
