package org.yiban.transfer.balance;

import java.time.ZonedDateTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the processes; the engine stands behind it. */
public interface BalanceProcess {

    /** Begins the payment to the other pool, beside the case. */
    void startPayment(CaseNumber number, RegionCode pool);

    /** Finance settles what the account did not hold of the balance, beside the case and the payment. */
    void settleShortfall(CaseNumber number, RegionCode pool);

    /** That payment was made. */
    void paid(CaseNumber number, RegionCode pool);

    /** That payment was not made. */
    void rejected(CaseNumber number, RegionCode pool);

    /** That payment came back after it was made: begins its correction, beside the case. */
    void cameBack(CaseNumber number, RegionCode pool);

    /**
     * Begins to wait for what the other pool pays, beside the case.
     *
     * @param missingAt when it is missed
     */
    void expect(CaseNumber number, RegionCode pool, ZonedDateTime missingAt);

    /** Money arrived: whoever waits goes on; if nobody does, it is matched all the same. */
    void arrived(CaseNumber number, RegionCode pool, ZonedDateTime missingAt);
}
