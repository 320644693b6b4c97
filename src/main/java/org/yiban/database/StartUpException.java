package org.yiban.database;

/** Why the application cannot start, and what a person can do about it. */
final class StartUpException extends RuntimeException {

    private final String action;
    private final String english;

    /**
     * @param description what is wrong, in Chinese, naming the file, folder or address
     * @param action what to do about it, in Chinese
     * @param english one short English line
     * @param cause the underlying error, or null
     */
    StartUpException(String description, String action, String english, Throwable cause) {
        super(description, cause);
        this.action = action;
        this.english = english;
    }

    String action() {
        return action;
    }

    String english() {
        return english;
    }
}
