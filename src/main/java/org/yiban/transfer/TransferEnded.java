package org.yiban.transfer;

import org.yiban.casework.CaseState;
import org.yiban.kernel.CaseNumber;

/** A side of a transfer was closed. Published in the transaction that closes the case. */
public record TransferEnded(CaseNumber caseNumber, CaseState state) {}
