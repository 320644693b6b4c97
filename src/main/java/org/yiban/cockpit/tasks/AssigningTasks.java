package org.yiban.cockpit.tasks;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.tasks.OpenTask.Candidate;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.workflow.CaseTasks;

/** A supervisor of the pool gives tasks to people and says what is urgent, each with a reason that stays with the case. */
@Component
class AssigningTasks {

    private static final int MOST_URGENT = 100;

    private final CaseTasks caseTasks;
    private final OpenTasks openTasks;
    private final TaskService tasks;
    private final Cases cases;
    private final CaseScope scope;
    private final Access access;

    AssigningTasks(
            CaseTasks caseTasks, OpenTasks openTasks, TaskService tasks, Cases cases, CaseScope scope, Access access) {
        this.caseTasks = caseTasks;
        this.openTasks = openTasks;
        this.tasks = tasks;
        this.cases = cases;
        this.scope = scope;
        this.access = access;
    }

    /**
     * Gives a task to somebody who holds the role that works it, or puts it back for anybody of that role to take.
     *
     * @param assignee user id; empty to put it back, {@code null} where nothing was said
     */
    @Transactional
    void assign(String taskId, Optional<String> assignee, String reason) {
        Supervised supervised = require(taskId);
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("reason", reason));
        if (assignee == null) {
            violations.add("assignee", null, "必填：办理人的用户名；写 null 则退回待认领");
        } else {
            assignee.ifPresent(user -> requireCandidate(taskId, user, violations));
        }
        violations.throwIfAny();
        Task task = locked(supervised);
        String now = assignee.orElse(null);
        if (Objects.equals(now, task.getAssignee())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "assignee", now, now == null ? "这项待办本来就没有人认领" : "这项待办已在此人手中");
        }
        tasks.setAssignee(taskId, now);
        cases.note(
                supervised.number(),
                "reassigned",
                null,
                "“" + task.getName() + "”由" + named(task.getAssignee()) + "改为" + named(now) + "；理由：" + why,
                supervised.by().id());
    }

    /** Says how urgent a task is. */
    @Transactional
    void prioritise(String taskId, Integer priority, String reason) {
        Supervised supervised = require(taskId);
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("reason", reason));
        if (priority == null || priority < 0 || priority > MOST_URGENT) {
            violations.add("priority", priority == null ? null : priority.toString(), "应为 0 到 100 的整数，越大越急");
        }
        violations.throwIfAny();
        Task task = locked(supervised);
        if (task.getPriority() == priority) {
            throw ProblemException.of(ProblemKind.CONFLICT, "priority", priority.toString(), "优先级本来就是 " + priority);
        }
        tasks.setPriority(taskId, priority);
        cases.note(
                supervised.number(),
                "prioritised",
                null,
                "“" + task.getName() + "”的优先级由 " + task.getPriority() + " 改为 " + priority + "；理由：" + why,
                supervised.by().id());
    }

    private Supervised require(String taskId) {
        CaseNumber number = caseTasks.require(taskId).caseNumber();
        return new Supervised(
                taskId, number, access.require(scope.require(number).pool(), Role.SUPERVISE));
    }

    private void requireCandidate(String taskId, String user, Violations violations) {
        var candidates = openTasks.candidates(taskId);
        if (candidates.stream().noneMatch(candidate -> candidate.id().equals(user))) {
            violations.add(
                    "assignee",
                    user,
                    "此人没有办理这项待办的岗位；可以交给："
                            + candidates.stream().map(Candidate::name).collect(Collectors.joining("、")));
        }
    }

    /** The task as it is while nobody else may change its case. */
    private Task locked(Supervised supervised) {
        cases.lock(supervised.number());
        caseTasks.require(supervised.taskId());
        return tasks.createTaskQuery().taskId(supervised.taskId()).singleResult();
    }

    private String named(String user) {
        return user == null ? "待认领" : access.nameOf(user) + "（" + user + "）";
    }

    private record Supervised(String taskId, CaseNumber number, CurrentUser by) {}
}
