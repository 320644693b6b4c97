package org.yiban.exchange;

/** The two boxes of messages. */
public enum Box {
    /** What leaves 发件. */
    OUT("yiban.outbox", "written_at", "delivered_at"),
    /** What came in 收件. */
    IN("yiban.inbox", "received_at", "handled_at");

    private final String table;
    private final String written;
    private final String done;

    Box(String table, String written, String done) {
        this.table = table;
        this.written = written;
        this.done = done;
    }

    String table() {
        return table;
    }

    /** The column that says when a message came into the box. */
    String written() {
        return written;
    }

    /** The column that says when it was delivered or handled. */
    String done() {
        return done;
    }

    /** The condition that a message waits to be moved on. */
    String open() {
        return done + " is null and refused_at is null";
    }
}
