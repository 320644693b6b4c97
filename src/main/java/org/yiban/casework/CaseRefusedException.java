package org.yiban.casework;

/** A case cannot go on for a reason that the process handles; the message tells the insured person why, in Chinese. */
public final class CaseRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CaseRefusedException(String reason) {
        super(reason);
    }
}
