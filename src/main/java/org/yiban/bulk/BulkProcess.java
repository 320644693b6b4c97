package org.yiban.bulk;

import org.yiban.region.RegionCode;

/** The process in which another person reviews a file; joins the caller's transaction. */
public interface BulkProcess {

    /** Asks the reviewers of a pool. */
    void start(long file, RegionCode pool, String subject);

    /**
     * The file that an open task is about, if the person may see it.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND
     */
    long fileOf(String taskId);

    /**
     * Completes a task in the person's name.
     *
     * @throws org.yiban.kernel.ProblemException FORBIDDEN if another person has claimed it
     */
    void decide(String taskId, boolean released);

    /** Tells the process that the file was withdrawn, or is done. */
    void tell(String message, long file, RegionCode pool);
}
