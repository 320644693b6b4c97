package org.yiban.backpay.arrears;

import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.backpay.arrears.ArrearsTasks.Taken;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.casework.TakingObjections;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.workflow.CaseTasks;

/**
 * Objections (异议) of employers: against a notice, paid or not, or against the refusal to collect. Another person looks at
 * it. What is paid stays on record until it is decided anew.
 */
@Component
public class ObjectingToArrears {

    private static final Role[] FILING = {Role.INTAKE, Role.REVIEW};

    private final Access access;
    private final ArrearsTasks tasks;
    private final CaseTasks engine;
    private final ArrearsRecords records;
    private final Objections objections;
    private final ArrearsSettings settings;
    private final Cases cases;
    private final TakingObjections taking;
    private final ArrearsClocks clocks;
    private final ArrearsProcess process;

    ObjectingToArrears(
            Access access,
            ArrearsTasks tasks,
            CaseTasks engine,
            ArrearsRecords records,
            Objections objections,
            ArrearsSettings settings,
            Cases cases,
            TakingObjections taking,
            ArrearsClocks clocks,
            ArrearsProcess process) {
        this.access = access;
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.objections = objections;
        this.settings = settings;
        this.cases = cases;
        this.taking = taking;
        this.clocks = clocks;
        this.process = process;
    }

    /**
     * Writes down an objection. A notice stays as it is until it is decided upon; a closed case is opened again, and its
     * clock begins anew.
     *
     * @param filedOn the day on which it reached the agency
     * @throws ProblemException CONFLICT if there is nothing to object to, INVALID_INPUT if it comes too late
     */
    @Transactional
    public void file(CaseNumber number, LocalDate filedOn, String grounds) {
        CurrentUser user = access.current();
        CaseFile known = cases.requireIn(user.casePools(), number);
        records.find(number).orElseThrow(() -> Cases.unknown(number));
        access.require(known.pool(), FILING);
        cases.lock(number);
        CaseFile file = cases.require(number);
        ArrearsCase found = records.require(number);
        if (!against(file, found) || objections.open(number)) {
            throw refusal(number, whyNot(file));
        }
        boolean closed = file.state() != CaseState.OPEN;
        taking.file(
                file,
                closed ? file.outcome() : "已通知缴费：" + found.rest() + " 元",
                filedOn,
                grounds,
                told -> settings.objectionUntil(found.pool(), told),
                user.id());
        if (closed) {
            cases.reopen(number);
            clocks.reset(number, "对处理提出异议，重新办理", user.id());
            process.startObjection(number, file.pool());
        } else if (!process.contest(number, file.pool())) {
            throw refusal(number, "案件正在办理下一步，请稍后再登记");
        }
    }

    private static String whyNot(CaseFile file) {
        return switch (file.state()) {
            case OPEN -> "案件正在办理，通知单位缴费以后才能提出异议；已经有异议的，等复核完毕";
            case COMPLETED -> "已经停止补缴的，不在本案重新核定；仍要补缴的另行登记";
            default -> "没有可以提出异议的处理";
        };
    }

    private static boolean against(CaseFile file, ArrearsCase found) {
        return switch (file.state()) {
            case REFUSED -> true;
            case COMPLETED -> found.stopReason() == null;
            case OPEN -> found.waiting();
            default -> false;
        };
    }

    /** Whether somebody may write down an objection against a case now. */
    boolean mayFile(CurrentUser user, CaseFile file, ArrearsCase found) {
        return against(file, found)
                && Arrays.stream(FILING).anyMatch(role -> user.has(role, file.pool()))
                && !objections.open(file.number());
    }

    /**
     * The decision stands, or it is taken back and all of it reviewed again. Who says so has neither reviewed nor approved
     * the case.
     */
    @Transactional
    public void decide(String taskId, boolean again, String reason) {
        Taken taken = tasks.take(taskId, ArrearsModel.DECIDE_OBJECTION, Role.SUPERVISE);
        taking.decide(
                taken.found().number(),
                again,
                again ? "收回原处理，重新审核" : "维持原处理",
                reason,
                taken.user().id());
        engine.complete(taken.task(), ArrearsModel.OBJECTION_REJECTED, !again);
    }

    private static ProblemException refusal(CaseNumber number, String reason) {
        return ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), reason);
    }
}
