package org.yiban.transfer;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;

/**
 * How the transfer-out side goes on where the other agency does not send its message: a supervisor records what it said by
 * letter or telephone. A message that comes all the same finds the case closed; one that says otherwise goes to {@link Contradictions}.
 */
@Component
public class RecordingOtherSide {

    private final Access access;
    private final TransferRecords records;
    private final TransferProcess process;
    private final Cases cases;
    private final BusinessTime time;

    RecordingOtherSide(
            Access access, TransferRecords records, TransferProcess process, Cases cases, BusinessTime time) {
        this.access = access;
        this.records = records;
        this.process = process;
        this.cases = cases;
        this.time = time;
    }

    /**
     * Records that the relation has arrived on the transfer-in side.
     *
     * @param completedOn not before the application, not in the future
     * @param reason how that is known
     */
    @Transactional
    public void completed(CaseNumber number, LocalDate completedOn, String reason) {
        Transfer transfer = open(number);
        CurrentUser user = access.require(transfer.pool(), Role.SUPERVISE);
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("reason", reason));
        if (completedOn == null) {
            violations.add("completedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (completedOn.isAfter(time.today()) || completedOn.isBefore(transfer.appliedOn())) {
            violations.add("completedOn", completedOn.toString(), "应在申请日期（" + transfer.appliedOn() + "）与今天之间");
        }
        violations.throwIfAny();
        records.complete(number, completedOn);
        cases.note(number, "completionRecorded", CasePart.ASSESS, "记录转入地已于 " + completedOn + " 办结：" + why, user.id());
        tell(TransferModel.COMPLETED_BY_TRANSFER_IN_SIDE, transfer, "还没有发出信息表，或对方的疑问还没有答复，不能记录对方已办结");
    }

    /**
     * Records that the transfer-in side has ended the transfer without it.
     *
     * @param reason why, and how that is known
     */
    @Transactional
    public void closed(CaseNumber number, String reason) {
        Transfer transfer = open(number);
        CurrentUser user = access.require(transfer.pool(), Role.SUPERVISE);
        String why = FreeText.required("reason", reason);
        records.refuse(number, why);
        cases.note(number, "closureRecorded", CasePart.ASSESS, "记录转入地已结束办理：" + why, user.id());
        tell(TransferModel.CLOSED_BY_TRANSFER_IN_SIDE, transfer, "案件正在办结，不能再记录");
    }

    private Transfer open(CaseNumber number) {
        CurrentUser user = access.current();
        cases.requireIn(user.casePools(), number);
        Transfer transfer = records.require(number);
        cases.lock(number);
        if (transfer.side() != Side.OUT) {
            throw conflict(number, "只在转出地记录对方的办理结果");
        }
        if (cases.require(number).state() != CaseState.OPEN) {
            throw conflict(number, "案件已经办结");
        }
        return transfer;
    }

    private void tell(String message, Transfer transfer, String otherwise) {
        if (!process.tell(message, transfer)) {
            throw conflict(transfer.caseNumber(), otherwise);
        }
    }

    private static ProblemException conflict(CaseNumber number, String why) {
        return ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), why);
    }
}
