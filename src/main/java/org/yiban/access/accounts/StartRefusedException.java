package org.yiban.access.accounts;

/** The application refuses to start because of its accounts; says so in a way that a person can act on. */
class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    StartRefusedException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** What the operator can do about it. */
    String action() {
        return action;
    }
}
