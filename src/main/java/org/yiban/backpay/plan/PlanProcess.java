package org.yiban.backpay.plan;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the process; the engine stands behind it. */
public interface PlanProcess {

    /** Begins to watch a plan, beside its case. */
    void start(CaseNumber number, RegionCode pool);

    /**
     * Says that months of the person were recorded.
     *
     * @return {@code false} if the process does not wait for it now
     */
    boolean monthsRecorded(CaseNumber number, RegionCode pool);

    /**
     * Says that the plan is to end.
     *
     * @return {@code false} if the process does not wait for it now
     */
    boolean givenUp(CaseNumber number, RegionCode pool);
}
