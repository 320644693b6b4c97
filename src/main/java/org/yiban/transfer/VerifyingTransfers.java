package org.yiban.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.People;
import org.yiban.workflow.CaseTasks.CaseTask;

/**
 * Verifying what the transfer-out side states, and approving the transfer: two people, of whom the second has neither
 * registered nor assessed the case.
 */
@Component
public class VerifyingTransfers {

    private final Access access;
    private final TransferTasks tasks;
    private final TransferRecords records;
    private final AcceptingTransfers accepting;
    private final TableQuestions questioning;
    private final InformationTables tables;
    private final TakingBackMonths takingBack;
    private final RefusalGrounds grounds;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final People people;

    VerifyingTransfers(
            Access access,
            TransferTasks tasks,
            TransferRecords records,
            AcceptingTransfers accepting,
            TableQuestions questioning,
            InformationTables tables,
            TakingBackMonths takingBack,
            RefusalGrounds grounds,
            Cases cases,
            FourEyes fourEyes,
            People people) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.accepting = accepting;
        this.questioning = questioning;
        this.tables = tables;
        this.takingBack = takingBack;
        this.grounds = grounds;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.people = people;
    }

    /**
     * The information table is right: it goes on to be approved. Whoever typed it in from paper does not verify it.
     *
     * @param takenBack months that the corrected transfer moved wrongly, as people list them; empty for none
     * @param takenBackBalance of the personal account, yuan, that it moved wrongly; empty for none
     * @param takenBackReason why those are given back
     */
    @Transactional
    public void verify(String taskId, String takenBack, String takenBackBalance, String takenBackReason) {
        Step step = begin(taskId);
        requireAlive(step.transfer());
        requireAnotherThanTyped(step);
        String back = takingBack.state(
                step.transfer(),
                takenBack,
                takenBackBalance,
                takenBackReason,
                step.user().id());
        note(step, "verified", "核验信息表，无误" + (back.isEmpty() ? "" : "；退回误转的" + back + "：" + takenBackReason.strip()));
        complete(step, false, false, false);
    }

    /** Sends the table back to the transfer-out side with questions; a second answer replaces the first, both stay. */
    @Transactional
    public void question(String taskId, String questions) {
        Step step = begin(taskId);
        String asked = FreeText.required("questions", questions);
        questioning.ask(step.transfer(), asked, step.user().id());
        note(step, "tableQuestioned", "退回转出地说明：" + asked);
        complete(step, true, false, false);
    }

    /** Materials turn out to be missing; the clock stands until they come (补正). */
    @Transactional
    public void askForSupplement(String taskId, String what) {
        Step step = begin(taskId);
        accepting.askLater(step.transfer(), FreeText.required("supplement", what), step.user());
        complete(step, false, true, false);
    }

    /** The transfer is refused, with a reason and the provisions that it rests on. */
    @Transactional
    public void refuse(String taskId, String reason, List<String> basis) {
        Step step = begin(taskId);
        Refusal refusal = grounds.read(reason, basis);
        note(step, "notVerified", "不予转入：" + grounds.inShort(refusal));
        records.refuse(step.task().caseNumber(), refusal);
        complete(step, false, false, true);
    }

    private void requireAnotherThanTyped(Step step) {
        tables.newest(step.task().caseNumber())
                .map(InformationTable::paper)
                .filter(paper -> paper.recordedBy().equals(step.user().id()))
                .ifPresent(paper -> {
                    throw ProblemException.of(ProblemKind.FORBIDDEN, "纸质信息表由您录入，请由另一人核验");
                });
    }

    private Step begin(String taskId) {
        CaseTask task = tasks.take(taskId, TransferModel.VERIFY_INFORMATION_TABLE);
        Transfer transfer = records.require(task.caseNumber());
        return new Step(task, transfer, access.require(transfer.pool(), Role.REVIEW));
    }

    private void note(Step step, String what, String text) {
        cases.note(
                step.task().caseNumber(),
                what,
                CasePart.ASSESS,
                text,
                step.user().id());
    }

    private void complete(Step step, boolean questioned, boolean supplement, boolean refused) {
        tasks.complete(
                step.task(),
                Map.of(
                        TransferModel.TABLE_QUESTIONED.name(),
                        questioned,
                        TransferModel.SUPPLEMENT_NEEDED.name(),
                        supplement,
                        TransferModel.TRANSFER_REFUSED.name(),
                        refused));
    }

    /** Approves a transfer that others registered, accepted and verified (审批). */
    @Transactional
    public void approve(String taskId) {
        CaseTask task = tasks.take(taskId, TransferModel.APPROVE_TRANSFER);
        Transfer transfer = records.require(task.caseNumber());
        CurrentUser user = approver(transfer);
        requireAlive(transfer);
        cases.note(task.caseNumber(), "approved", CasePart.APPROVE, "批准转入", user.id());
        tasks.complete(task, Map.of(TransferModel.TRANSFER_RETURNED.name(), false));
    }

    /** Sends a transfer back to those who verify it. */
    @Transactional
    public void giveBack(String taskId, String reason) {
        CaseTask task = tasks.take(taskId, TransferModel.APPROVE_TRANSFER);
        CurrentUser user = approver(records.require(task.caseNumber()));
        String why = FreeText.required("reason", reason);
        cases.note(task.caseNumber(), "returned", CasePart.APPROVE, "退回核验：" + why, user.id());
        tasks.complete(task, Map.of(TransferModel.TRANSFER_RETURNED.name(), true));
    }

    private CurrentUser approver(Transfer transfer) {
        CurrentUser user = access.require(transfer.pool(), Role.APPROVE);
        fourEyes.requireMayApprove(transfer.caseNumber(), user.id());
        return user;
    }

    private void requireAlive(Transfer transfer) {
        LocalDate diedOn = people.require(transfer.personId()).diedOn();
        if (diedOn != null) {
            throw ProblemException.of(ProblemKind.CONFLICT, "登记显示参保人已于 " + diedOn + " 死亡，不能转入；请在案件页登记死亡，终止转移");
        }
    }

    private record Step(CaseTask task, Transfer transfer, CurrentUser user) {}
}
