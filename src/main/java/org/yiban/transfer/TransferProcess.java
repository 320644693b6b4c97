package org.yiban.transfer;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What the services ask of the processes; the engine stands behind it. */
public interface TransferProcess {

    /** Starts {@code transferIn} for a registered application. */
    void startTransferIn(CaseNumber number, RegionCode pool);

    /** Starts {@code transferIn} again for a transfer that a supervisor opened again. */
    void reopen(Transfer transfer);

    /** Starts {@code transferIn} again for an objection. */
    void startObjection(Transfer transfer);

    /** Starts {@code transferOut} for a request that came in. */
    void startTransferOut(CaseNumber number, RegionCode pool);

    /**
     * Passes one of {@link TransferModel}'s messages to the case's process.
     *
     * @return {@code false} if the process does not wait for it (yet)
     */
    boolean tell(String message, Transfer transfer);
}
