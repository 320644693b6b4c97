package org.yiban.refund;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;
import org.yiban.ledger.ReceiptUnassigned;
import org.yiban.ledger.UnassignedReceipts;
import org.yiban.workflow.CaseTasks.CaseTask;

/**
 * Money that comes for the rest of a personal account when nobody waits for it any more, or once more: what became of the
 * refund is decided by then, so that it goes back to whoever paid it.
 */
@Component
public class ReturningRecoveries {

    private final RefundRecords records;
    private final RefundTasks tasks;
    private final RefundProcess process;
    private final UnassignedReceipts unassigned;
    private final Cases cases;
    private final Access access;

    ReturningRecoveries(
            RefundRecords records,
            RefundTasks tasks,
            RefundProcess process,
            UnassignedReceipts unassigned,
            Cases cases,
            Access access) {
        this.records = records;
        this.tasks = tasks;
        this.process = process;
        this.unassigned = unassigned;
        this.cases = cases;
        this.access = access;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReceiptUnassigned said) {
        if (!PayingRefunds.isRefund(said.caseNumber())) {
            return;
        }
        Refund refund = records.require(said.caseNumber());
        cases.note(
                said.caseNumber(),
                "recoveryMoneyToReturn",
                null,
                "差额款 " + said.amount() + " 元（凭证 " + said.receipt() + "）在收缴结束后到账，转财务退还",
                null);
        process.returnMoney(said.caseNumber(), refund.pool(), UnassignedReceipts.reference(said.key(), said.receipt()));
    }

    /** Finance says how money went back. */
    @Transactional
    public void settle(String taskId, String note) {
        CaseTask task = tasks.take(taskId, RefundModel.RETURN_MONEY);
        CurrentUser user = access.require(records.require(task.caseNumber()).pool(), Role.FINANCE);
        Violations violations = new Violations();
        String how = violations.collect(() -> FreeText.required("note", note));
        violations.throwIfAny();
        unassigned.returned(task.caseNumber(), process.moneyOf(taskId));
        cases.note(task.caseNumber(), "recoveryMoneyReturned", null, "迟到的差额款已退还：" + how, user.id());
        tasks.complete(task, Map.of());
    }
}
