package org.yiban.refund;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the process; the engine stands behind it. */
public interface RefundProcess {

    /** Starts {@code refundRequest} for a registered application. */
    void start(CaseNumber number, RegionCode pool);

    /** Starts {@code refundRequest} at its objection, for a case that was closed and is open again. */
    void startObjection(CaseNumber number, RegionCode pool);

    /** Starts {@code refundRequest} at the correction of its account, for a case that was closed and is open again. */
    void startCorrection(CaseNumber number, RegionCode pool);

    /**
     * Begins the return of money, beside the case.
     *
     * @param reference under which it stands among the receipts that close nothing
     */
    void returnMoney(CaseNumber number, RegionCode pool, String reference);

    /** The reference of the money that a task is about; {@code null} for a task about none. */
    String moneyOf(String taskId);

    /**
     * Passes one of {@link RefundModel}'s messages to the case's process.
     *
     * @return {@code false} if the process does not wait for it (yet)
     */
    boolean tell(String message, CaseNumber number, RegionCode pool);
}
