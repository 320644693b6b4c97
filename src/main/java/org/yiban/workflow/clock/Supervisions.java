package org.yiban.workflow.clock;

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
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockTimes;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;
import org.yiban.workflow.CaseVariables;

/**
 * Puts cases that run out of time before the supervisors: a process of its own beside the case's, one at a time for a case,
 * which never holds the case up and ends by itself with it.
 */
@Component
public class Supervisions {

    private final RuntimeService runtime;
    private final EscalationNotices notices;
    private final CaseTasks tasks;
    private final Cases cases;
    private final Access access;

    Supervisions(RuntimeService runtime, EscalationNotices notices, CaseTasks tasks, Cases cases, Access access) {
        this.runtime = runtime;
        this.notices = notices;
        this.tasks = tasks;
        this.cases = cases;
        this.access = access;
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

    /** A supervisor writes down what was done, and the supervision ends; the case goes on as it is. */
    @Transactional
    public void settle(String taskId, String done) {
        CaseTask task = tasks.require(taskId, SupervisionModel.SUPERVISE_DEADLINE);
        CaseNumber number = task.caseNumber();
        RegionCode pool = cases.require(number).pool();
        CurrentUser user = access.require(pool, Role.SUPERVISE);
        String text = FreeText.required("done", done);
        cases.lock(number);
        cases.note(number, "supervised", null, "督办：" + text, user.id());
        notices.settle(number, user.id(), text);
        tasks.complete(task);
    }
}
