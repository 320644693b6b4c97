package org.yiban.transfer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** What the transfer-out side decides about its information table. Each decision and its task are one transaction. */
@Component
public class DecidingTables {

    private final Access access;
    private final CaseTasks tasks;
    private final TransferRecords records;
    private final InformationTables tables;
    private final TableQuestions questions;
    private final NamingPeople naming;
    private final RefusalGrounds grounds;
    private final Cases cases;

    DecidingTables(
            Access access,
            CaseTasks tasks,
            TransferRecords records,
            InformationTables tables,
            TableQuestions questions,
            NamingPeople naming,
            RefusalGrounds grounds,
            Cases cases) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.tables = tables;
        this.questions = questions;
        this.naming = naming;
        this.grounds = grounds;
        this.cases = cases;
    }

    /**
     * Confirms the information table, which makes it a document with a version and a digest, or refuses the transfer.
     *
     * @param note a remark; the answer, where the other side has asked: then it must be there
     * @param reason why the transfer is refused
     * @param basis ids of the provisions that a refusal rests on
     */
    @Transactional
    public void decide(String taskId, boolean confirmed, String note, String reason, List<String> basis) {
        CaseTask task = take(taskId);
        CaseNumber number = task.caseNumber();
        Transfer transfer = records.require(number);
        CurrentUser user = access.require(transfer.pool(), Role.REVIEW);
        if (confirmed) {
            confirm(transfer, note, user);
        } else {
            Refusal refusal = grounds.read(reason, basis);
            cases.note(number, "transferOutRefused", CasePart.ASSESS, "不予转出：" + refusal.reason(), user.id());
            records.refuse(number, refusal);
        }
        tasks.complete(task, TransferModel.TABLE_CONFIRMED, confirmed);
    }

    private void confirm(Transfer transfer, String note, CurrentUser user) {
        CaseNumber number = transfer.caseNumber();
        String remark =
                questions.of(number).isEmpty() ? FreeText.optional("note", note) : FreeText.required("note", note);
        InformationTable now = tables.compile(transfer, remark);
        if (!now.statesTheSame(tables.newest(number).orElseThrow())) {
            throw tableHasChanged();
        }
        NamedPerson person = naming.name(transfer.personId(), "出具信息表（" + number + "），须写明参保人");
        int version = tables.issue(number, now, person).version();
        cases.note(
                number,
                "tableConfirmed",
                CasePart.ASSESS,
                version == 1 ? "核对并确认信息表" : "核对并确认第 " + version + " 次信息表，答复：" + remark,
                user.id());
    }

    /**
     * Compiles the information table anew if the record has changed since the clerk saw it.
     *
     * @return whether it had, so that the clerk has to look again
     */
    @Transactional
    public boolean refresh(String taskId) {
        CaseTask task = take(taskId);
        Transfer transfer = records.require(task.caseNumber());
        access.require(transfer.pool(), Role.REVIEW);
        InformationTable now = tables.compile(transfer, null);
        if (now.statesTheSame(tables.newest(task.caseNumber()).orElseThrow())) {
            return false;
        }
        tables.keep(task.caseNumber(), now);
        cases.note(task.caseNumber(), "tableRecompiled", null, "登记有变动，已按最新登记重新生成信息表", null);
        return true;
    }

    /** The refusal that a clerk meets who confirms a table that is no longer what the record says. */
    public static ProblemException tableHasChanged() {
        return ProblemException.of(ProblemKind.CONFLICT, "缴费登记在生成信息表后有变动，信息表已按最新登记重新生成；请重新打开这项待办核对后再确认");
    }

    /** The open task, with its case locked against everybody else who would decide on it now. */
    private CaseTask take(String taskId) {
        String step = TransferModel.PREPARE_INFORMATION_TABLE;
        cases.lock(tasks.require(taskId, step).caseNumber());
        return tasks.require(taskId, step);
    }
}
