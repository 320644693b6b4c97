package org.yiban.bulk.table;

/** A file is no table that can be read; the message says to its sender, in Chinese, what to do. */
public final class UnreadableTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableTableException(String message) {
        super(message);
    }
}
