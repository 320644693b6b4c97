package org.yiban.bulk;

import org.yiban.workflow.Variable;

/** Names that the model of a file's intake and the code share. */
public final class BulkModel {

    /** The process. */
    public static final String BULK_INTAKE = "bulkIntake";
    /** The sender takes the file back. */
    public static final String FILE_WITHDRAWN = "message_bulkFileWithdrawn";
    /** Nothing is left to be done. */
    public static final String FILE_DONE = "message_bulkFileDone";

    /** Number of the file. */
    public static final Variable<Long> BULK_FILE = new Variable<>("bulkFile", Long.class);
    /** What the task is about, for its name: kind, number and how many rows. */
    public static final Variable<String> BULK_SUBJECT = new Variable<>("bulkSubject", String.class);
    /** What the reviewer decided. */
    public static final Variable<Boolean> FILE_RELEASED = new Variable<>("fileReleased", Boolean.class);

    private BulkModel() {}
}
