package org.yiban.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.region.RegionCode;

/**
 * A transfer as one of its sides keeps it.
 *
 * @param conversationId what both sides call it
 * @param identity as what the person is insured in the transfer-in pool
 * @param fromRegion code as stated by the applicant, a county's too
 * @param fromPool the transfer-out pool it lies in
 * @param acceptedOn {@code null} until accepted
 * @param refusalReason why one side refused, in Chinese, {@code null} if none did
 * @param completedOn day on which the relation arrived in the transfer-in pool, {@code null} until then
 * @param contactPhone {@code null} if not stated
 */
public record Transfer(
        CaseNumber caseNumber,
        Side side,
        UUID conversationId,
        long personId,
        MemberIdentity identity,
        RegionCode fromRegion,
        RegionCode fromPool,
        RegionCode toRegion,
        RegionCode toPool,
        LocalDate appliedOn,
        LocalDate acceptedOn,
        String refusalReason,
        LocalDate completedOn,
        String contactPhone) {

    /** The pool whose staff handle this side. */
    public RegionCode pool() {
        return side == Side.IN ? toPool : fromPool;
    }

    /** The pool of the other side. */
    public RegionCode otherPool() {
        return side == Side.IN ? fromPool : toPool;
    }
}
