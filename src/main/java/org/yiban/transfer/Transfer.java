package org.yiban.transfer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

/**
 * A transfer as one of its sides keeps it.
 *
 * @param conversationId what both sides call it; a case that is opened again begins a new one
 * @param identity as what the person is insured in the transfer-in pool
 * @param fromScheme scheme of the relation that moves
 * @param fromRegion code as stated by the applicant, a county's too
 * @param fromPool the transfer-out pool it lies in
 * @param acceptedOn {@code null} until accepted
 * @param refusalReason why one side refused, in Chinese, {@code null} if none did
 * @param refusalBasis the provisions that the refusal rests on; empty if nobody refused
 * @param completedOn day on which the relation arrived in the transfer-in pool, {@code null} until then
 * @param contactPhone {@code null} if not stated
 * @param requested whether the transfer-out side has been asked in this conversation; of use on the transfer-in side
 * @param diedOn day of death by which the transfer ended, {@code null} if it did not
 * @param reopenedAt when the case was last opened again, {@code null} if never
 */
public record Transfer(
        CaseNumber caseNumber,
        Side side,
        UUID conversationId,
        long personId,
        MemberIdentity identity,
        Scheme fromScheme,
        RegionCode fromRegion,
        RegionCode fromPool,
        RegionCode toRegion,
        RegionCode toPool,
        LocalDate appliedOn,
        LocalDate acceptedOn,
        String refusalReason,
        List<ProvisionReference> refusalBasis,
        LocalDate completedOn,
        String contactPhone,
        boolean requested,
        LocalDate diedOn,
        OffsetDateTime reopenedAt) {

    public Transfer {
        refusalBasis = List.copyOf(refusalBasis);
    }

    /** A transfer that has just been applied for, or asked for by the other side. */
    static Transfer begun(
            CaseNumber caseNumber,
            Side side,
            UUID conversationId,
            long personId,
            MemberIdentity identity,
            Scheme fromScheme,
            RegionCode fromRegion,
            RegionCode fromPool,
            RegionCode toRegion,
            RegionCode toPool,
            LocalDate appliedOn,
            LocalDate acceptedOn,
            String contactPhone) {
        return new Transfer(
                caseNumber,
                side,
                conversationId,
                personId,
                identity,
                fromScheme,
                fromRegion,
                fromPool,
                toRegion,
                toPool,
                appliedOn,
                acceptedOn,
                null,
                List.of(),
                null,
                contactPhone,
                false,
                null,
                null);
    }

    /** The scheme it goes to. */
    public Scheme toScheme() {
        return schemeOf(identity);
    }

    /** The scheme in which one is insured as such. */
    static Scheme schemeOf(MemberIdentity identity) {
        return identity == MemberIdentity.RESIDENT ? Scheme.RESIDENT : Scheme.EMPLOYEE;
    }

    /** The pool whose staff handle this side. */
    public RegionCode pool() {
        return side == Side.IN ? toPool : fromPool;
    }

    /** The pool of the other side. */
    public RegionCode otherPool() {
        return side == Side.IN ? fromPool : toPool;
    }
}
