package org.yiban.backpay.arrears;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the process; the engine stands behind it. */
public interface ArrearsProcess {

    /** Starts {@code employerArrears} for arrears that were registered. */
    void start(CaseNumber number, RegionCode pool);

    /**
     * Says that what became of the money is on record.
     *
     * @return {@code false} if nobody waits for it (any more)
     */
    boolean settled(CaseNumber number, RegionCode pool);

    /** An employer objects to how a case was closed. */
    void startObjection(CaseNumber number, RegionCode pool);

    /**
     * An employer objects to its notice.
     *
     * @return {@code false} if its payment is not waited for (any more)
     */
    boolean contest(CaseNumber number, RegionCode pool);

    /** Begins the return of money, beside the case. */
    void returnMoney(CaseNumber number, RegionCode pool, long moneyId);

    /** The money that a task is about, by our count; {@code null} for a task about none. */
    Long moneyOf(String taskId);
}
