package org.yiban.transfer;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * A relation has arrived in its new pool. Published by the transfer-in side, in the transaction that completes the case.
 *
 * @param caseNumber the transfer-in side's case
 */
public record TransferCompleted(CaseNumber caseNumber, long personId, RegionCode fromPool, RegionCode toPool) {}
