package org.yiban.transfer;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.workflow.CaseTasks.CaseTask;

/**
 * The second pair of eyes on what a supervisor recorded of the other agency, or follows of what it says: the relation
 * leaves, with its months and its balance, or stays, once somebody confirms who has neither recorded it nor assessed the case.
 */
@Component
public class ConfirmingOtherSide {

    private final TransferTasks tasks;
    private final Access access;
    private final FourEyes fourEyes;
    private final TransferRecords records;
    private final OtherSideStatements statements;
    private final Contradictions contradictions;
    private final TransferProcess process;
    private final Cases cases;

    ConfirmingOtherSide(
            TransferTasks tasks,
            Access access,
            FourEyes fourEyes,
            TransferRecords records,
            OtherSideStatements statements,
            Contradictions contradictions,
            TransferProcess process,
            Cases cases) {
        this.tasks = tasks;
        this.access = access;
        this.fourEyes = fourEyes;
        this.records = records;
        this.statements = statements;
        this.contradictions = contradictions;
        this.process = process;
        this.cases = cases;
    }

    /**
     * Confirms what was recorded, and the case is closed by it; one that was closed otherwise is completed after all.
     *
     * @throws org.yiban.kernel.ProblemException FORBIDDEN for who recorded it or assessed the case, CONFLICT if the case no
     *     longer waits for the other side
     */
    @Transactional
    public void confirm(String taskId) {
        CaseTask task = tasks.take(taskId, TransferModel.CONFIRM_OTHER_SIDE);
        CaseNumber number = task.caseNumber();
        Transfer transfer = records.require(number);
        CurrentUser user = approver(transfer);
        OtherSideStatement said = decide(number, true, null, user);
        cases.note(number, "otherSideConfirmed", CasePart.APPROVE, "确认" + said.text(), user.id());
        if (cases.require(number).state() != CaseState.OPEN) {
            tasks.complete(task, Map.of());
            contradictions.follow(number, said.completedOn());
            return;
        }
        boolean completed = said.completedOn() != null;
        if (completed) {
            records.complete(number, said.completedOn());
        } else {
            records.refuse(number, said.reason());
        }
        tasks.complete(task, Map.of());
        String message =
                completed ? TransferModel.COMPLETED_BY_TRANSFER_IN_SIDE : TransferModel.CLOSED_BY_TRANSFER_IN_SIDE;
        if (!process.tell(message, transfer)) {
            throw CasesAtHand.conflict(number, "案件已不在等待对方，不能按记录办结；请退回");
        }
    }

    /**
     * Gives back what was recorded: nothing follows from it, and the supervisor may record it anew, or decides again on what
     * the other side says against a closed case.
     */
    @Transactional
    public void giveBack(String taskId, String reason) {
        CaseTask task = tasks.take(taskId, TransferModel.CONFIRM_OTHER_SIDE);
        CaseNumber number = task.caseNumber();
        Transfer transfer = records.require(number);
        CurrentUser user = approver(transfer);
        String why = FreeText.required("reason", reason);
        OtherSideStatement said = decide(number, false, why, user);
        cases.note(number, "otherSideGivenBack", null, "退回对方办理结果的记录：" + why, user.id());
        tasks.complete(task, Map.of());
        if (cases.require(number).state() != CaseState.OPEN) {
            contradictions.decideAgain(transfer, said.completedOn());
        }
    }

    private CurrentUser approver(Transfer transfer) {
        CurrentUser user = access.require(transfer.pool(), Role.APPROVE);
        fourEyes.requireMayApprove(transfer.caseNumber(), user.id());
        return user;
    }

    private OtherSideStatement decide(CaseNumber number, boolean confirmed, String answer, CurrentUser user) {
        OtherSideStatement said = statements.open(number).orElseThrow();
        statements.decide(said.id(), confirmed, answer, user.id());
        return said;
    }

    /** The other side's message came before anybody confirmed: nobody has to any more. */
    @EventListener
    void on(TransferEnded ended) {
        statements.open(ended.caseNumber()).ifPresent(said -> {
            statements.decide(said.id(), false, null, null);
            process.endConfirmation(records.require(ended.caseNumber()));
        });
    }
}
