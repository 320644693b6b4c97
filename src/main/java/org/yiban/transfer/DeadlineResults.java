package org.yiban.transfer;

/** The names of the decision family that classes transfers, and of its results, as the contract has them. */
final class DeadlineResults {

    static final String FAMILY = "transfer-deadline";
    static final String TRANSFER_KIND = "transferKind";
    static final String TRANSFER_NEEDED = "transferNeeded";
    static final String WORKING_DAYS = "workingDays";

    private DeadlineResults() {}
}
