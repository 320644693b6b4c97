package org.yiban.transfer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.casework.Objections;
import org.yiban.casework.TakingObjections;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.person.People;
import org.yiban.workflow.CaseTasks.CaseTask;

/**
 * Transfers that are closed and taken up again: by a supervisor (重新打开), or because of an objection (异议), which another
 * person decides on. What a completed transfer has moved is corrected by a case of its own.
 */
@Component
public class ReopeningTransfers {

    private static final String FOR_OUT = "由转入地重新打开或复核异议";
    private static final Role[] FILING = {Role.INTAKE, Role.REVIEW};
    private static final Set<CaseState> REOPENABLE = Set.of(CaseState.REFUSED, CaseState.WITHDRAWN);
    private static final Set<CaseState> OBJECTIONABLE =
            Set.of(CaseState.REFUSED, CaseState.COMPLETED, CaseState.NOT_NEEDED);

    private final CasesAtHand atHand;
    private final Access access;
    private final TransferTasks tasks;
    private final TransferRecords records;
    private final TransferSettings settings;
    private final Objections objections;
    private final Cases cases;
    private final People people;
    private final TakingObjections taking;
    private final TransferProcess process;
    private final BusinessTime time;

    ReopeningTransfers(
            CasesAtHand atHand,
            Access access,
            TransferTasks tasks,
            TransferRecords records,
            TransferSettings settings,
            Objections objections,
            Cases cases,
            People people,
            TakingObjections taking,
            TransferProcess process,
            BusinessTime time) {
        this.atHand = atHand;
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.settings = settings;
        this.objections = objections;
        this.cases = cases;
        this.people = people;
        this.taking = taking;
        this.process = process;
        this.time = time;
    }

    /** A supervisor opens a transfer again that ended without completion; it is accepted, or not, anew. */
    @Transactional
    public void reopen(CaseNumber number, String reason) {
        CasesAtHand.Taken taken = atHand.take(number, FOR_OUT, Role.SUPERVISE);
        String why = FreeText.required("reason", reason);
        if (!REOPENABLE.contains(taken.file().state())) {
            throw CasesAtHand.conflict(
                    number,
                    switch (taken.file().state()) {
                        case OPEN -> "案件正在办理，不用重新打开";
                        case NOT_NEEDED -> "两地同属一个统筹区，没有可以重新办理的转移；登记有误的，请另行登记转移申请";
                        default -> "案件已经办结转入，有错的请登记更正案件";
                    });
        }
        openAgain(taken.transfer());
        cases.reopen(number);
        cases.note(
                number,
                "reopened",
                CasePart.ASSESS,
                "主管重新打开：" + why,
                taken.user().id());
        process.reopen(taken.transfer());
    }

    private void openAgain(Transfer transfer) {
        if (transfer.diedOn() != null || people.require(transfer.personId()).diedOn() != null) {
            throw CasesAtHand.conflict(transfer.caseNumber(), "参保人已经死亡，不能重新办理");
        }
        records.lockOpen(transfer.personId(), Side.IN)
                .filter(open -> !open.caseNumber().equals(transfer.caseNumber()))
                .ifPresent(open -> {
                    throw CasesAtHand.conflict(transfer.caseNumber(), "此人另有一件办理中的转移，办结后才能重新打开");
                });
        records.reopen(transfer.caseNumber(), time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Writes down an objection against a closed transfer; somebody decides on it who has not decided before.
     *
     * @param filedOn the day on which it reached the agency
     */
    @Transactional
    public void object(CaseNumber number, LocalDate filedOn, String grounds) {
        CasesAtHand.Taken taken = atHand.take(number, FOR_OUT, FILING);
        if (!OBJECTIONABLE.contains(taken.file().state())) {
            throw CasesAtHand.conflict(
                    number, taken.file().state() == CaseState.OPEN ? "案件正在办理，办结后才能提出异议" : "申请人已经撤回，没有可以提出异议的决定");
        }
        taking.file(
                taken.file(),
                taken.file().outcome(),
                filedOn,
                grounds,
                told -> settings.objectionUntil(taken.transfer().pool(), told),
                taken.user().id());
        cases.reopen(number);
        process.startObjection(taken.transfer());
    }

    /**
     * Decides on an objection. Who does so has neither assessed nor approved the case.
     *
     * @param again whether it is dealt with anew; what a completed transfer moved is then corrected by a case of its own, and
     *     for one that was not needed another application is registered
     */
    @Transactional
    public void decideObjection(String taskId, boolean again, String reason) {
        CaseTask task = tasks.take(taskId, TransferModel.DECIDE_OBJECTION);
        CaseNumber number = task.caseNumber();
        Transfer transfer = records.require(number);
        CurrentUser user = access.require(transfer.pool(), Role.SUPERVISE);
        Objection objection = objections.newest(number).orElseThrow();
        boolean takenUp = again && REOPENABLE.contains(objection.stateBefore());
        taking.decide(number, again, !again ? "维持原决定" : takenUp ? "重新办理" : "异议成立，另行登记案件办理", reason, user.id());
        if (takenUp) {
            openAgain(transfer);
        }
        tasks.complete(task, Map.of(TransferModel.OBJECTION_REJECTED.name(), !takenUp));
    }

    /** Whether a person may {@link #reopen} a case. */
    static boolean mayReopen(CurrentUser user, CaseFile file) {
        return file.kind() == CaseKind.TRANSFER_IN
                && REOPENABLE.contains(file.state())
                && user.has(Role.SUPERVISE, file.pool());
    }

    /** Whether a person may write down an objection against a case. */
    static boolean mayObject(CurrentUser user, CaseFile file) {
        return file.kind() == CaseKind.TRANSFER_IN
                && OBJECTIONABLE.contains(file.state())
                && (user.has(Role.INTAKE, file.pool()) || user.has(Role.REVIEW, file.pool()));
    }
}
