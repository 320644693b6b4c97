package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.TakingObjections;
import org.yiban.duplicate.DuplicateTasks.Taken;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.workflow.CaseTasks;

/** Objections (异议): they open the decision again, with another person. */
@Component
public class ObjectingToDuplicates {

    private static final Role[] FILING = {Role.INTAKE, Role.REVIEW};

    private final Access access;
    private final DuplicateTasks tasks;
    private final CaseTasks engine;
    private final DuplicateRecords records;
    private final DuplicateSettings settings;
    private final Cases cases;
    private final TakingObjections taking;
    private final DuplicateClocks clocks;
    private final DuplicateProcess process;

    ObjectingToDuplicates(
            Access access,
            DuplicateTasks tasks,
            CaseTasks engine,
            DuplicateRecords records,
            DuplicateSettings settings,
            Cases cases,
            TakingObjections taking,
            DuplicateClocks clocks,
            DuplicateProcess process) {
        this.access = access;
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.settings = settings;
        this.cases = cases;
        this.taking = taking;
        this.clocks = clocks;
        this.process = process;
    }

    /**
     * Writes down an objection against what was done and opens the case again; its clock begins anew.
     *
     * @param filedOn the day on which it reached the agency
     * @throws ProblemException CONFLICT if there is nothing to object to, INVALID_INPUT if it comes too late
     */
    @Transactional
    public void file(CaseNumber number, LocalDate filedOn, String grounds) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        DuplicateCase found = records.find(number).orElseThrow(() -> Cases.unknown(number));
        access.require(found.pool(), FILING);
        cases.lock(number);
        CaseFile closed = cases.require(number);
        if (!against(closed, found)) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "caseNumber",
                    number.value(),
                    closed.state() == CaseState.OPEN ? "案件正在办理，办结后才能提出异议" : "没有可以在本地提出异议的处理");
        }
        taking.file(
                closed,
                closed.outcome(),
                filedOn,
                grounds,
                told -> settings.objectionUntil(found.pool(), told),
                user.id());
        cases.reopen(number);
        records.open(number, true);
        clocks.reset(number, user.id());
        process.startObjection(number, file.pool());
    }

    /** Whether somebody may write down an objection against a case. */
    static boolean mayFile(CurrentUser user, CaseFile file, DuplicateCase found) {
        return against(file, found) && Arrays.stream(FILING).anyMatch(role -> user.has(role, file.pool()));
    }

    /** What another pool decided is objected to there. */
    private static boolean against(CaseFile file, DuplicateCase found) {
        return file.state() == CaseState.COMPLETED && !found.counterpart();
    }

    /**
     * The decision stands, or is taken back and everything decided again. Who says so has neither assessed nor approved the
     * case.
     */
    @Transactional
    public void decide(String taskId, boolean again, String reason) {
        Taken taken = tasks.take(taskId, DuplicateModel.DECIDE_OBJECTION, Role.SUPERVISE);
        taking.decide(
                taken.found().caseNumber(),
                again,
                again ? "撤销原处理，重新办理" : "维持原决定",
                reason,
                taken.user().id());
        engine.complete(taken.task(), DuplicateModel.OBJECTION_REJECTED, !again);
    }
}
