package org.yiban.transfer;

import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Finds the transfer-in that a person would do something about outside of any task, and locks it. */
@Component
class CasesAtHand {

    private final Access access;
    private final Cases cases;
    private final TransferRecords records;
    private final Objections objections;

    CasesAtHand(Access access, Cases cases, TransferRecords records, Objections objections) {
        this.access = access;
        this.cases = cases;
        this.records = records;
        this.objections = objections;
    }

    /**
     * The transfer, its case locked.
     *
     * @param forOut what people of the transfer-out side are told
     * @throws ProblemException NOT_FOUND if there is none in the pools of the person, FORBIDDEN without one of the roles,
     *     CONFLICT on the transfer-out side
     */
    Taken take(CaseNumber number, String forOut, Role... roles) {
        CurrentUser user = access.current();
        CaseFile known = cases.requireIn(user.casePools(), number);
        if (!known.kind().process().equals(TransferModel.TRANSFER_IN)
                && !known.kind().process().equals(TransferModel.TRANSFER_OUT)) {
            throw Cases.unknown(number);
        }
        access.require(known.pool(), roles);
        cases.lock(number);
        Transfer transfer = records.require(number);
        if (transfer.side() == Side.OUT) {
            throw conflict(number, forOut);
        }
        return new Taken(cases.require(number), transfer, user);
    }

    /** The same; the case must be under way, and no objection against it open. */
    Taken takeOpen(CaseNumber number, String forOut, Role... roles) {
        Taken taken = take(number, forOut, roles);
        if (taken.file().state() != CaseState.OPEN) {
            throw conflict(number, "案件已经办结");
        }
        if (objections.open(number)) {
            throw conflict(number, "案件正在复核异议");
        }
        return taken;
    }

    static ProblemException conflict(CaseNumber number, String reason) {
        return ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), reason);
    }

    /** A case with the person who takes it up. */
    record Taken(CaseFile file, Transfer transfer, CurrentUser user) {}
}
