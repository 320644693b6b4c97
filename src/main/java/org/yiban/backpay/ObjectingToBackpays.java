package org.yiban.backpay;

import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayTasks.Taken;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.casework.Objections;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.workflow.CaseTasks;

/** Objections (异议): they open the decision again, with another person. */
@Component
public class ObjectingToBackpays {

    private static final Role[] FILING = {Role.INTAKE, Role.REVIEW};

    private final Access access;
    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final BackpayRecords records;
    private final Objections objections;
    private final BackpaySettings settings;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final BackpayClocks clocks;
    private final BackpayProcess process;
    private final ContributionPlans plans;

    ObjectingToBackpays(
            Access access,
            BackpayTasks tasks,
            CaseTasks engine,
            BackpayRecords records,
            Objections objections,
            BackpaySettings settings,
            Cases cases,
            FourEyes fourEyes,
            BackpayClocks clocks,
            BackpayProcess process,
            ContributionPlans plans) {
        this.access = access;
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.objections = objections;
        this.settings = settings;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.clocks = clocks;
        this.process = process;
        this.plans = plans;
    }

    /**
     * Writes down an objection and opens the case again; its clock begins anew.
     *
     * @param filedOn the day on which it reached the agency
     * @throws ProblemException CONFLICT if there is nothing to object to, INVALID_INPUT if it comes too late
     */
    @Transactional
    public void file(CaseNumber number, LocalDate filedOn, String grounds) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        Backpay backpay = records.find(number).orElseThrow(() -> Cases.unknown(number));
        access.require(file.pool(), FILING);
        cases.lock(number);
        CaseFile closed = cases.require(number);
        if (!against(closed)) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "caseNumber",
                    number.value(),
                    closed.state() == CaseState.OPEN ? "案件正在办理，办结后才能提出异议" : "没有可以提出异议的处理");
        }
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("grounds", grounds));
        objections.checkFiledOn(violations, number, filedOn, told -> settings.objectionUntil(backpay.pool(), told));
        violations.throwIfAny();
        objections.add(closed, filedOn, why, user.id());
        cases.reopen(number);
        records.open(number, true);
        cases.note(number, "objectionFiled", CasePart.REGISTER, "收到异议：" + why, user.id());
        clocks.reset(number, "对处理提出异议，重新办理", user.id());
        process.startObjection(number, file.pool());
    }

    private static boolean against(CaseFile file) {
        return file.state() == CaseState.COMPLETED || file.state() == CaseState.REFUSED;
    }

    /** Whether somebody may write down an objection against a case. */
    static boolean mayFile(CurrentUser user, CaseFile file) {
        return against(file) && Arrays.stream(FILING).anyMatch(role -> user.has(role, file.pool()));
    }

    /** The decision stands, or everything is decided again. Who says so has neither assessed nor approved the case. */
    @Transactional
    public void decide(String taskId, boolean again, String reason) {
        Taken taken = tasks.take(taskId, BackpayModel.DECIDE_OBJECTION, Role.SUPERVISE);
        CaseNumber number = taken.backpay().caseNumber();
        fourEyes.requireMayDecideObjection(number, taken.user().id());
        String why = FreeText.required("reason", reason);
        objections.decide(number, again, why, taken.user().id());
        if (again) {
            plans.decidedAgain(number);
        }
        cases.note(
                number,
                again ? "objectionReopens" : "objectionRejected",
                CasePart.ASSESS,
                (again ? "异议复核，重新办理：" : "异议复核，维持原决定：") + why,
                taken.user().id());
        engine.complete(taken.task(), BackpayModel.OBJECTION_REJECTED, !again);
    }
}
