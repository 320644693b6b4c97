package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Optional;
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

    /** Whether the case's process waits for one of {@link TransferModel}'s messages now. */
    boolean waits(String message, Transfer transfer);

    /**
     * Has a supervisor look at what the other side says against how a closed case ended.
     *
     * @param completedOn when it completed the transfer, as it says; {@code null} if it says that it did not
     */
    void startContradiction(Transfer transfer, LocalDate completedOn);

    /** Has a second person confirm what a supervisor recorded of the other side. */
    void startConfirmation(Transfer transfer);

    /** Nobody has to confirm it any more. */
    void endConfirmation(Transfer transfer);

    /** When the other side completed the transfer, as it says, where a task asks what follows; empty if it did not. */
    Optional<LocalDate> completedOnOtherSide(String taskId);

    /**
     * Passes one of {@link TransferModel}'s messages to the case's process.
     *
     * @return {@code false} if the process does not wait for it (yet)
     */
    boolean tell(String message, Transfer transfer);
}
