package org.yiban.transfer.gap;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the process; the engine stands behind it. */
public interface GapProcess {

    /** Begins the payment that the applicant chose, beside the case. */
    void startPayment(CaseNumber number, RegionCode pool);

    /**
     * Says that what became of the money is on record.
     *
     * @return {@code false} if nobody waits for it (any more)
     */
    boolean paymentSettled(CaseNumber number, RegionCode pool);

    /** The money that a task is about, by our count; {@code null} for a task about none. */
    Long moneyOf(String taskId);

    /** Begins the return of money that closes no gap, beside the case. */
    void returnMoney(CaseNumber number, RegionCode pool, long moneyId);
}
