package org.yiban.transfer.balance;

import java.time.ZonedDateTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the processes; the engine stands behind it. */
public interface BalanceProcess {

    /** Begins the payment to the other pool, beside the case. */
    void startPayment(CaseNumber number, RegionCode pool);

    /**
     * Says what became of that payment.
     *
     * @param message {@link BalanceModel#PAID} or {@link BalanceModel#REJECTED}
     * @return {@code false} if nobody waits for it
     */
    boolean tell(String message, CaseNumber number, RegionCode pool);

    /**
     * Begins to wait for what the other pool pays, beside the case.
     *
     * @param missingAt when it is missed
     */
    void expect(CaseNumber number, RegionCode pool, ZonedDateTime missingAt);

    /** Money arrived: whoever waits goes on; if nobody does, it is matched all the same. */
    void arrived(CaseNumber number, RegionCode pool, ZonedDateTime missingAt);
}
