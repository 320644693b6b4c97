package org.yiban.backpay;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the process; the engine stands behind it. */
public interface BackpayProcess {

    /** Starts {@code retirementBackpay} for a registered application. */
    void start(CaseNumber number, RegionCode pool);

    /** Starts it at its objection, for a case that was closed and is open again. */
    void startObjection(CaseNumber number, RegionCode pool);

    /** Starts it at the compiling of the years, for a case whose plan came to its end. */
    void startAfterPlan(CaseNumber number, RegionCode pool);

    /** Says that what became of the money is on record; {@code false} if nobody waits for it. */
    boolean tellSettled(CaseNumber number, RegionCode pool);

    /** Says that the applicant withdrew; {@code false} if the case is ending already. */
    boolean tellWithdrawn(CaseNumber number, RegionCode pool);

    /** Says that the person has died; {@code false} if the case is ending already. */
    boolean tellDeath(CaseNumber number, RegionCode pool);

    /** Begins the return of money, beside the case. */
    void returnMoney(CaseNumber number, RegionCode pool, long receiptId);

    /** Begins the question what is refunded after a death, beside the case. */
    void askForRefund(CaseNumber number, RegionCode pool);

    /** The receipt that a task is about, by our count; {@code null} for a task about none. */
    Long receiptOf(String taskId);
}
