package org.yiban.duplicate;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the process; the engine stands behind it. */
public interface DuplicateProcess {

    /** Starts {@code duplicateEnrolment} for two relations that were found. */
    void start(CaseNumber number, RegionCode pool);

    /** Starts {@code duplicateEnrolment} where another pool asks to end or suspend a relation of this one. */
    void startCounterpart(CaseNumber number, RegionCode pool);

    /** Starts {@code duplicateEnrolment} at its objection, for a case that was closed and is open again. */
    void startObjection(CaseNumber number, RegionCode pool);

    /** Ends the open case of a request that another pool withdrew. */
    void endWithdrawn(CaseNumber number, RegionCode pool);

    /** Starts {@code relationRestoration} beside the closed case of a request that another pool withdrew. */
    void startRestoration(CaseNumber number, RegionCode pool);

    /** Whether the process waits for the other pool's answer now. */
    boolean awaitsAnswer(CaseNumber number, RegionCode pool);

    /**
     * Tells the process that the other pool has answered.
     *
     * @param agreed whether it has ended or suspended its relation
     * @return {@code false} if the process does not wait for an answer
     */
    boolean tellAnswer(CaseNumber number, RegionCode pool, boolean agreed);
}
