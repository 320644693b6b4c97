package org.yiban.workflow.clock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockTimes;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;
import org.yiban.workflow.CaseVariables;

/**
 * Puts cases that run out of time before the supervisors: a process of its own beside the case's, one at a time for a case,
 * which never holds the case up, comes back to them as long as the case is open, and ends by itself with it.
 */
@Component
public class Supervisions {

    private final RuntimeService runtime;
    private final EscalationNotices notices;
    private final CaseTasks tasks;
    private final Cases cases;
    private final Access access;
    private final NextLooks looks;

    Supervisions(
            RuntimeService runtime,
            EscalationNotices notices,
            CaseTasks tasks,
            Cases cases,
            Access access,
            NextLooks looks) {
        this.runtime = runtime;
        this.notices = notices;
        this.tasks = tasks;
        this.cases = cases;
        this.access = access;
        this.looks = looks;
    }

    /** Puts a case before the supervisors of its pool; what it was before them for so far is over. */
    void begin(CaseNumber number, String pool, Escalation kind) {
        tellOver(number, pool);
        access.asApplication(() -> runtime.createProcessInstanceByKey(SupervisionModel.PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(SupervisionModel.businessKey(number))
                .setVariables(Map.of(
                        CaseVariables.CASE_NUMBER.name(),
                        number.value(),
                        CaseVariables.POOL.name(),
                        pool,
                        SupervisionModel.SUBJECT.name(),
                        kind.title() + "案件"))
                .execute());
    }

    /**
     * Lets a case be put before the supervisors after a while whose clock somebody has paused: nothing rings meanwhile. Does
     * nothing if the case is before them already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void watch(CaseNumber number, RegionCode pool) {
        if (!isWatched(number, pool)) {
            access.asApplication(() -> runtime.createMessageCorrelation(SupervisionModel.CLOCK_PAUSED)
                    .withoutTenantId()
                    .processInstanceBusinessKey(SupervisionModel.businessKey(number))
                    .setVariables(Map.of(
                            CaseVariables.CASE_NUMBER.name(),
                            number.value(),
                            CaseVariables.POOL.name(),
                            pool.value(),
                            SupervisionModel.SUBJECT.name(),
                            "时限暂停的案件",
                            SupervisionModel.NEXT_LOOK_AT.name(),
                            text(looks.usual(pool.value()))))
                    .correlateStartMessage());
        }
    }

    private boolean isWatched(CaseNumber number, RegionCode pool) {
        return access.asApplication(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(SupervisionModel.businessKey(number))
                        .tenantIdIn(pool.value())
                        .count()
                > 0);
    }

    /** The clock of a case goes on: who was told nothing of it need not look after it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(CaseNumber number, RegionCode pool) {
        if (notices.latest(number).isEmpty()) {
            tellOver(number, pool.value());
        }
    }

    private static String text(LocalDate lookAgainOn) {
        return NextLooks.at(lookAgainOn).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** Ends what is open for a case whose clock has stopped. */
    void end(ClockTimes stopped) {
        tellOver(stopped.caseNumber(), stopped.pool());
        notices.settle(stopped.caseNumber(), null, null);
    }

    private void tellOver(CaseNumber number, String pool) {
        access.asApplication(() -> runtime.createMessageCorrelation(SupervisionModel.OVER)
                .processInstanceBusinessKey(SupervisionModel.businessKey(number))
                .tenantId(pool)
                .correlateAllWithResult());
    }

    /** The case that a task of supervision is about, with rights checked as for any task. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId, SupervisionModel.SUPERVISE_DEADLINE).caseNumber();
    }

    /** On which day a case is usually looked at again that is looked after today. */
    public LocalDate usualNextLook(CaseNumber number) {
        return looks.usual(cases.require(number).pool().value());
    }

    /**
     * A supervisor writes down what was done; the case goes on as it is, and is put before the supervisors again if it is
     * still open on a day.
     *
     * @param lookAgainOn {@code null} for the day that the agency's setting gives
     */
    @Transactional
    public void settle(String taskId, String done, LocalDate lookAgainOn) {
        CaseTask task = tasks.require(taskId, SupervisionModel.SUPERVISE_DEADLINE);
        CaseNumber number = task.caseNumber();
        RegionCode pool = cases.require(number).pool();
        CurrentUser user = access.require(pool, Role.SUPERVISE);
        Violations violations = new Violations();
        String text = violations.collect(() -> FreeText.required("done", done));
        LocalDate next = violations.collect(() -> looks.named(pool.value(), lookAgainOn));
        violations.throwIfAny();
        cases.lock(number);
        cases.note(
                number,
                "supervised",
                null,
                "督办：" + FreeText.withoutFullStop(text) + "；没有办结的，" + next + " 再次督办",
                user.id());
        notices.settle(number, user.id(), text);
        tasks.complete(task, Map.of(SupervisionModel.NEXT_LOOK_AT.name(), text(next)));
    }
}
