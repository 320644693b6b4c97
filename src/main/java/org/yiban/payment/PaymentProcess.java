package org.yiban.payment;

import org.yiban.kernel.CaseNumber;

/** The process of a batch; joins the caller's transaction. */
public interface PaymentProcess {

    /** Asks a second person to approve the batch. */
    void start(PaymentBatch batch);

    /** Passes a message of {@link PaymentModel} on; {@code false} if the process does not wait for it now. */
    boolean tell(String message, PaymentBatch batch);

    /** The batch that an open task is about, if the person may see it. */
    CaseNumber batchOf(String taskId);
}
