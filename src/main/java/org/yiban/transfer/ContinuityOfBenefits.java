package org.yiban.transfer;

import org.yiban.kernel.CaseNumber;

/** What a transfer asks of the benefits across it (待遇衔接), before it is approved. */
public interface ContinuityOfBenefits {

    /**
     * Whether it is still to be decided how benefits go on: they have not been in the conversation that runs now, or were by a
     * table that stated another last paid month. Joins the caller's transaction.
     */
    boolean undecided(CaseNumber number);
}
