package org.yiban.transfer;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;

/**
 * How the transfer-out side goes on where the other agency does not send its message: a supervisor records what it said by
 * letter or telephone, and {@link ConfirmingOtherSide another person} confirms it; nothing moves before. A message that comes
 * all the same finds the case closed; one that says otherwise goes to {@link Contradictions}.
 */
@Component
public class RecordingOtherSide {

    private final Access access;
    private final TransferRecords records;
    private final OtherSideStatements statements;
    private final TransferProcess process;
    private final Cases cases;
    private final BusinessTime time;

    RecordingOtherSide(
            Access access,
            TransferRecords records,
            OtherSideStatements statements,
            TransferProcess process,
            Cases cases,
            BusinessTime time) {
        this.access = access;
        this.records = records;
        this.statements = statements;
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
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("reason", reason));
        if (completedOn == null) {
            violations.add("completedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (completedOn.isAfter(time.today()) || completedOn.isBefore(transfer.appliedOn())) {
            violations.add("completedOn", completedOn.toString(), "应在申请日期（" + transfer.appliedOn() + "）与今天之间");
        }
        violations.throwIfAny();
        if (!process.waits(TransferModel.COMPLETED_BY_TRANSFER_IN_SIDE, transfer)) {
            throw CasesAtHand.conflict(number, "还没有发出信息表，或对方的疑问还没有答复，不能记录对方已办结");
        }
        record(transfer, completedOn, why);
    }

    /**
     * Records that the transfer-in side has ended the transfer without it.
     *
     * @param reason why, and how that is known
     */
    @Transactional
    public void closed(CaseNumber number, String reason) {
        record(open(number), null, FreeText.required("reason", reason));
    }

    private void record(Transfer transfer, LocalDate completedOn, String why) {
        CaseNumber number = transfer.caseNumber();
        String user = access.current().id();
        statements.add(number, completedOn, why, user);
        OtherSideStatement recorded = statements.open(number).orElseThrow();
        cases.note(number, "otherSideRecorded", CasePart.ASSESS, "记录" + recorded.text() + "：" + why + "，等另一人确认", user);
        process.startConfirmation(transfer);
    }

    private Transfer open(CaseNumber number) {
        cases.requireIn(access.current().casePools(), number);
        Transfer transfer = records.require(number);
        access.require(transfer.pool(), Role.SUPERVISE);
        cases.lock(number);
        if (transfer.side() != Side.OUT) {
            throw CasesAtHand.conflict(number, "只在转出地记录对方的办理结果");
        }
        if (cases.require(number).state() != CaseState.OPEN) {
            throw CasesAtHand.conflict(number, "案件已经办结");
        }
        if (statements.open(number).isPresent()) {
            throw CasesAtHand.conflict(number, "已经记录，正等另一人确认；有误的请其退回，再重新记录");
        }
        return transfer;
    }
}
