package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.workflow.CaseTasks.CaseTask;

/**
 * What the transfer-in side says against how the case of the transfer-out side ended: a supervisor had recorded its end
 * otherwise, or this side had refused. Months would count on both sides, or on none; so a supervisor decides what follows.
 */
@Component
public class Contradictions {

    private final TransferTasks tasks;
    private final Access access;
    private final TransferRecords records;
    private final InformationTables tables;
    private final TransferringOut transferringOut;
    private final TransferProcess process;
    private final Cases cases;

    Contradictions(
            TransferTasks tasks,
            Access access,
            TransferRecords records,
            InformationTables tables,
            TransferringOut transferringOut,
            TransferProcess process,
            Cases cases) {
        this.tasks = tasks;
        this.access = access;
        this.records = records;
        this.tables = tables;
        this.transferringOut = transferringOut;
        this.process = process;
        this.cases = cases;
    }

    /** The other side has completed the transfer; nothing follows where this one has, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    void completed(Transfer transfer, LocalDate on) {
        if (cases.require(transfer.caseNumber()).state() != CaseState.COMPLETED) {
            begin(transfer, "转入地的消息：已于 " + on + " 办结转入，与本案未转出的结果不符；请主管核实处理", on);
        }
    }

    /** The other side has ended the transfer without it; nothing follows where this one has, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    void closed(Transfer transfer, String reason) {
        if (cases.require(transfer.caseNumber()).state() == CaseState.COMPLETED) {
            String why = reason == null ? "申请人已撤回" : FreeText.withoutFullStop(reason);
            begin(transfer, "转入地的消息：没有转入（" + why + "），与本案已转出的结果不符；请主管核实处理", null);
        }
    }

    private void begin(Transfer transfer, String text, LocalDate completedOn) {
        cases.note(transfer.caseNumber(), "contradicted", null, text, null);
        process.startContradiction(transfer, completedOn);
    }

    /**
     * Says what follows: the case is completed after all, as the other side says, or stays as it ended.
     *
     * @param follow whether the relation leaves as the other side says that it has arrived there
     * @throws org.yiban.kernel.ProblemException CONFLICT if it cannot: the other side says that nothing moved, this one never
     *     stated any months, or the case has been completed meanwhile
     */
    @Transactional
    public void settle(String taskId, boolean follow, String reason) {
        CaseTask task = tasks.take(taskId, TransferModel.SETTLE_CONTRADICTION);
        CaseNumber number = task.caseNumber();
        CurrentUser user = access.require(records.require(number).pool(), Role.SUPERVISE);
        String why = FreeText.required("reason", reason);
        if (follow) {
            LocalDate on = process.completedOnOtherSide(taskId)
                    .orElseThrow(() -> CasesAtHand.conflict(number, "转入地说没有转入，没有可以照办的；已终止的关系请人工恢复，选“维持本案结果”并写明怎样处理"));
            requireCanLeave(number);
            cases.reopen(number);
            note(number, "按转入地的结果改为已转出：" + why, user);
            records.complete(number, on);
            transferringOut.complete(number);
        } else {
            note(number, "维持本案结果：" + why, user);
        }
        tasks.complete(task, Map.of());
    }

    private void requireCanLeave(CaseNumber number) {
        if (cases.require(number).state() == CaseState.COMPLETED) {
            throw CasesAtHand.conflict(number, "本案已经按转出办结");
        }
        if (tables.issued(number).isEmpty()) {
            throw CasesAtHand.conflict(number, "本地没有出具过信息表，不能办结转出；请与转入地核对");
        }
    }

    private void note(CaseNumber number, String text, CurrentUser user) {
        cases.note(number, "contradictionSettled", CasePart.ASSESS, text, user.id());
    }
}
