package org.yiban.person.keys;

/** The application must not start: the keys that identity numbers are stored with are not there or not the right ones. */
public final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    KeysUnavailable(String description, String action) {
        super(description);
        this.action = action;
    }

    /** What the person who starts the application can do, in Chinese and English. */
    String action() {
        return action;
    }
}
