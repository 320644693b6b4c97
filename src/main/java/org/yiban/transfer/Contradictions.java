package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
 * otherwise, or this side had refused. Months would count on both sides, or on none; so a supervisor decides what follows; what
 * moves months takes effect when {@link ConfirmingOtherSide another person} confirms it.
 */
@Component
public class Contradictions {

    private final TransferTasks tasks;
    private final Access access;
    private final TransferRecords records;
    private final InformationTables tables;
    private final OtherSideStatements statements;
    private final TransferringOut transferringOut;
    private final TransferProcess process;
    private final Cases cases;

    Contradictions(
            TransferTasks tasks,
            Access access,
            TransferRecords records,
            InformationTables tables,
            OtherSideStatements statements,
            TransferringOut transferringOut,
            TransferProcess process,
            Cases cases) {
        this.tasks = tasks;
        this.access = access;
        this.records = records;
        this.tables = tables;
        this.statements = statements;
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
     * Says what follows: the case is to be completed after all, as the other side says, once another person confirms it, or
     * stays as it ended.
     *
     * @param follow whether the relation leaves as the other side says that it has arrived there
     * @throws org.yiban.kernel.ProblemException CONFLICT if it cannot, with {@link #whyNotToFollow the reason}
     */
    @Transactional
    public void settle(String taskId, boolean follow, String reason) {
        CaseTask task = tasks.take(taskId, TransferModel.SETTLE_CONTRADICTION);
        CaseNumber number = task.caseNumber();
        Transfer transfer = records.require(number);
        CurrentUser user = access.require(transfer.pool(), Role.SUPERVISE);
        String why = FreeText.required("reason", reason);
        if (follow) {
            whyNotToFollow(taskId).ifPresent(refusal -> {
                throw CasesAtHand.conflict(number, refusal);
            });
            LocalDate on = process.completedOnOtherSide(taskId).orElseThrow();
            statements.add(number, on, why, user.id());
            note(number, "按转入地的结果改为已转出：" + why + "，等另一人确认", user);
            process.startConfirmation(transfer);
        } else {
            note(number, "维持本案结果：" + why, user);
        }
        tasks.complete(task, Map.of());
    }

    /**
     * Why the other side cannot be followed: it says that nothing moved, this one never stated any months, or the case has
     * been completed or reopened, or is followed already. Empty if it can.
     *
     * @param taskId of the task that asks what follows
     */
    @Transactional(readOnly = true)
    public Optional<String> whyNotToFollow(String taskId) {
        CaseNumber number = tasks.require(taskId, TransferModel.SETTLE_CONTRADICTION);
        if (process.completedOnOtherSide(taskId).isEmpty()) {
            return Optional.of("转入地说没有转入，没有可以照办的；已终止的关系请人工恢复，选“维持本案结果”并写明怎样处理");
        }
        if (statements.open(number).isPresent()) {
            return Optional.of("已经照办，正等另一人确认");
        }
        return whyNotToLeave(number);
    }

    /**
     * The relation of a closed case leaves after all, by what another person has confirmed.
     *
     * @throws org.yiban.kernel.ProblemException CONFLICT if it cannot any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(CaseNumber number, LocalDate on) {
        whyNotToLeave(number).ifPresent(refusal -> {
            throw CasesAtHand.conflict(number, refusal);
        });
        cases.reopen(number);
        records.complete(number, on);
        transferringOut.complete(number);
    }

    private Optional<String> whyNotToLeave(CaseNumber number) {
        return switch (cases.require(number).state()) {
            case COMPLETED -> Optional.of("本案已经按转出办结");
            case OPEN -> Optional.of("本案已经重新办理，不能照办");
            default -> tables.issued(number).isEmpty() ? Optional.of("本地没有出具过信息表，不能办结转出；请与转入地核对") : Optional.empty();
        };
    }

    /** What was to be followed is given back: the supervisor decides anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    void decideAgain(Transfer transfer, LocalDate completedOn) {
        process.startContradiction(transfer, completedOn);
    }

    private void note(CaseNumber number, String text, CurrentUser user) {
        cases.note(number, "contradictionSettled", CasePart.ASSESS, text, user.id());
    }
}
