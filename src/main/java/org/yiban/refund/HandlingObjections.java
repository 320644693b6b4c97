package org.yiban.refund;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.casework.Objections;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.policy.known.Correction;
import org.yiban.refund.facts.RefundFacts;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** Objections against decisions on refunds (异议): they open the decision again, with another person. */
@Component
public class HandlingObjections {

    private static final Role[] FILING = {Role.INTAKE, Role.REVIEW};
    private static final String AGENCY = "AGENCY";

    private final Access access;
    private final RefundTasks tasks;
    private final RefundRecords records;
    private final Objections objections;
    private final RefundSettings settings;
    private final CorrectingFacts correcting;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final Clocks clocks;
    private final RefundProcess process;
    private final BusinessTime time;

    HandlingObjections(
            Access access,
            RefundTasks tasks,
            RefundRecords records,
            Objections objections,
            RefundSettings settings,
            CorrectingFacts correcting,
            Cases cases,
            FourEyes fourEyes,
            Clocks clocks,
            RefundProcess process,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.objections = objections;
        this.settings = settings;
        this.correcting = correcting;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.clocks = clocks;
        this.process = process;
        this.time = time;
    }

    /**
     * Writes down an objection against a closed refund and opens it again; its clock begins anew.
     *
     * @param filedOn the day on which it reached the agency
     * @throws ProblemException CONFLICT if the case is open or was withdrawn, INVALID_INPUT if it comes too late
     */
    @Transactional
    public void file(CaseNumber number, LocalDate filedOn, String grounds) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        Refund known = records.require(number);
        access.require(known.pool(), FILING);
        cases.lock(number);
        CaseFile closed = cases.require(number);
        if (!against(closed)) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "caseNumber",
                    number.value(),
                    closed.state() == CaseState.OPEN ? "案件正在办理，办结后才能提出异议" : "申请人已经撤回，没有可以提出异议的决定");
        }
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("grounds", grounds));
        objections.checkFiledOn(violations, number, filedOn, told -> settings.objectionUntil(known.pool(), told));
        violations.throwIfAny();
        Refund refund = records.require(number);
        objections.add(closed, filedOn, why, user.id());
        records.save(refund.change().nextRound().done());
        cases.reopen(number);
        cases.note(number, "objectionFiled", CasePart.REGISTER, "收到异议：" + why, user.id());
        clocks.reset(
                number,
                time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS),
                clocks.require(number).clock().target(),
                new ClockEntry("对决定提出异议，重新办理", AGENCY, user.id(), null));
        process.startObjection(number, file.pool());
    }

    /** Whether somebody may write down an objection against a case. */
    static boolean mayFile(CurrentUser user, CaseFile file) {
        return against(file) && (user.has(Role.INTAKE, file.pool()) || user.has(Role.REVIEW, file.pool()));
    }

    private static boolean against(CaseFile file) {
        return file.state() == CaseState.REFUSED || file.state() == CaseState.COMPLETED;
    }

    /** The decision stands. Who says so has neither assessed nor approved the case. */
    @Transactional
    public void reject(String taskId, String reason) {
        decide(taskId, false, reason, List.of());
    }

    /**
     * It is decided again, on the facts as they are known now; what was decided before stays on record.
     *
     * @param corrections what was wrong before, each with a reason
     */
    @Transactional
    public void decideAgain(String taskId, String reason, List<Correction> corrections) {
        decide(taskId, true, reason, corrections);
    }

    private void decide(String taskId, boolean again, String reason, List<Correction> corrections) {
        CaseTask task = tasks.take(taskId, RefundModel.DECIDE_OBJECTION);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.SUPERVISE);
        fourEyes.requireMayDecideObjection(task.caseNumber(), user.id());
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("reason", reason));
        RefundFacts facts = again
                ? violations.collect(() -> correcting.correct(records.claim(refund), refund.facts(), corrections))
                : refund.facts();
        violations.throwIfAny();
        Refund known = refund.change().facts(facts).done();
        records.save(known);
        objections.decide(task.caseNumber(), again, why, user.id());
        cases.note(
                task.caseNumber(),
                again ? "objectionReopens" : "objectionRejected",
                CasePart.ASSESS,
                (again ? "异议复核，重新决定：" : "异议复核，维持原决定：") + why + correcting.said(refund, known, corrections),
                user.id());
        tasks.complete(task, Map.of(RefundModel.OBJECTION_REJECTED.name(), !again));
    }
}
