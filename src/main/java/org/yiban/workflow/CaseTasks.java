package org.yiban.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Finds and completes the tasks of cases with the rights of the person who is logged in. */
@Component
public class CaseTasks {

    private static final Pattern OF_CASE = Pattern.compile("([A-Z]{2}\\d{6}-\\d{4}-\\d{6,})(/[a-z]+)?");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Access access;

    CaseTasks(TaskService tasks, RuntimeService runtime, Access access) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.access = access;
    }

    /**
     * An open task that the person may see.
     *
     * @throws ProblemException NOT_FOUND if there is none, or the person may not know of it
     */
    public CaseTask require(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        ProcessInstance instance = task == null
                ? null
                : access.asApplication(() -> runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult());
        if (instance == null) {
            throw unknown(taskId);
        }
        CaseNumber number = caseOf(instance.getBusinessKey()).orElseThrow(() -> unknown(taskId));
        return new CaseTask(taskId, task.getTaskDefinitionKey(), number);
    }

    /**
     * The case that a process with this business key belongs to: its own, whose key is the case's number, or one that goes
     * on beside it and adds a word of its own. Empty for a process without case.
     */
    public static Optional<CaseNumber> caseOf(String businessKey) {
        return Optional.ofNullable(businessKey)
                .map(OF_CASE::matcher)
                .filter(Matcher::matches)
                .map(key -> new CaseNumber(key.group(1)));
    }

    private static ProblemException unknown(String taskId) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "taskId", taskId, "没有这项待办，或已由他人办理");
    }

    /** The same, and it must be the step that the caller means. */
    public CaseTask require(String taskId, String definitionKey) {
        CaseTask task = require(taskId);
        if (!task.definitionKey().equals(definitionKey)) {
            throw ProblemException.of(ProblemKind.CONFLICT, "taskId", taskId, "这项待办不是这一步，请刷新待办列表");
        }
        return task;
    }

    /**
     * Completes a task with the one fact that the process goes on by; what follows runs in the caller's transaction.
     *
     * @throws ProblemException FORBIDDEN if the person is neither its assignee nor a candidate, CONFLICT if somebody else
     *     was faster
     */
    public void complete(CaseTask task, Variable<Boolean> fact, boolean value) {
        complete(task, Map.of(fact.name(), value));
    }

    /** Completes a task that leaves nothing to decide by. */
    public void complete(CaseTask task) {
        complete(task, Map.of());
    }

    /** Completes a task with several facts that the process goes on by. */
    public void complete(CaseTask task, Map<String, Object> variables) {
        try {
            tasks.complete(task.id(), variables);
        } catch (AuthorizationException e) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "taskId", task.id(), "这项待办不在您的职责内，或已由他人认领");
        } catch (NullValueException | OptimisticLockingException e) {
            throw ProblemException.of(ProblemKind.CONFLICT, "taskId", task.id(), "这项待办刚由他人办理，请刷新待办列表");
        }
    }

    /**
     * An open task of a case.
     *
     * @param definitionKey id of the user task in the model
     */
    public record CaseTask(String id, String definitionKey, CaseNumber caseNumber) {}
}
