package org.yiban.policy.sources;

/** A file of documents cannot be used. The message names file, line where known, and entry, in Chinese. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, in Chinese, with file and entry */
    public SourceException(String message) {
        super(message);
    }

    SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
