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
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.TakingObjections;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.workflow.CaseTasks;

/** Objections (异议): they open the decision again, with another person. */
@Component
public class ObjectingToBackpays {

    private static final Role[] FILING = {Role.INTAKE, Role.REVIEW};

    private final Access access;
    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final BackpayRecords records;
    private final BackpaySettings settings;
    private final Cases cases;
    private final TakingObjections taking;
    private final BackpayClocks clocks;
    private final BackpayProcess process;
    private final ContributionPlans plans;

    ObjectingToBackpays(
            Access access,
            BackpayTasks tasks,
            CaseTasks engine,
            BackpayRecords records,
            BackpaySettings settings,
            Cases cases,
            TakingObjections taking,
            BackpayClocks clocks,
            BackpayProcess process,
            ContributionPlans plans) {
        this.access = access;
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.settings = settings;
        this.cases = cases;
        this.taking = taking;
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
        taking.file(
                closed,
                closed.outcome(),
                filedOn,
                grounds,
                told -> settings.objectionUntil(backpay.pool(), told),
                user.id());
        cases.reopen(number);
        records.open(number, true);
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
        taking.decide(
                number, again, again ? "重新办理" : "维持原决定", reason, taken.user().id());
        if (again) {
            records.keepDecided(number);
            plans.decidedAgain(number);
        }
        engine.complete(taken.task(), BackpayModel.OBJECTION_REJECTED, !again);
    }
}
