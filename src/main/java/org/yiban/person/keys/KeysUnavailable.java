package org.yiban.person.keys;

/** The application must not start: keys that it needs are not there or not the right ones. */
public final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * Stops the start.
     *
     * @param description what is wrong, in Chinese and English
     * @param action what the person who starts the application can do, in Chinese and English
     */
    public KeysUnavailable(String description, String action) {
        super(description);
        this.action = action;
    }

    /** What the person who starts the application can do, in Chinese and English. */
    String action() {
        return action;
    }
}
