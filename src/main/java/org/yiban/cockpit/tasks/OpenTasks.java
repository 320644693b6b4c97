package org.yiban.cockpit.tasks;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.Cases;
import org.yiban.cockpit.tasks.OpenTask.Candidate;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** Tells where a case stands and with whom. */
@Component
class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identities;
    private final Cases cases;
    private final Access access;

    OpenTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            IdentityService identities,
            Cases cases,
            Access access) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.identities = identities;
        this.cases = cases;
        this.access = access;
    }

    /** The open tasks of a case that the person may see, with those of what goes on beside it and of its supervision. */
    List<OpenTask> of(CaseNumber number) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        boolean mayGive = user.has(Role.SUPERVISE, file.pool());
        return asApplication(() -> tasks.createTaskQuery()
                        .or()
                        .processInstanceBusinessKey(number.value())
                        .processInstanceBusinessKeyLike(number.value() + "/%")
                        .endOr()
                        .orderByTaskCreateTime()
                        .asc()
                        .list())
                .stream()
                .map(task -> open(task, mayGive))
                .toList();
    }

    /** Where the case's own process stands, as the model calls it. */
    String standsAt(CaseNumber number) {
        return asApplication(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .list())
                .stream()
                .flatMap(instance -> namesOf(instance).stream())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private List<String> namesOf(ProcessInstance instance) {
        return asApplication(() -> {
            var model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
            return runtime.getActiveActivityIds(instance.getId()).stream()
                    .map(id -> model.getModelElementById(id) instanceof FlowElement element ? element.getName() : id)
                    .toList();
        });
    }

    /** The people who hold a role that works the task. */
    List<Candidate> candidates(String taskId) {
        return groups(taskId).stream()
                .flatMap(group ->
                        asApplication(() -> identities
                                        .createUserQuery()
                                        .memberOfGroup(group)
                                        .orderByUserId()
                                        .asc()
                                        .list())
                                .stream())
                .map(User::getId)
                .distinct()
                .map(id -> new Candidate(id, access.nameOf(id)))
                .toList();
    }

    private OpenTask open(Task task, boolean mayGive) {
        String name = task.getAssignee() == null ? null : access.nameOf(task.getAssignee());
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getTaskDefinitionKey(),
                task.getAssignee(),
                name,
                name == null ? "待认领（" + roles(task.getId()) + "）" : name,
                task.getPriority(),
                at(task.getCreateTime()),
                task.getDueDate() == null ? null : at(task.getDueDate()),
                mayGive ? candidates(task.getId()) : List.of());
    }

    private static OffsetDateTime at(Date date) {
        return date.toInstant().atZone(BusinessTime.ZONE).toOffsetDateTime();
    }

    private String roles(String taskId) {
        return groups(taskId).stream()
                .map(group -> Arrays.stream(Role.values())
                        .filter(role -> role.isRoleOf(group))
                        .findFirst()
                        .map(Role::title)
                        .orElse(group))
                .collect(Collectors.joining("、"));
    }

    private List<String> groups(String taskId) {
        return asApplication(() -> tasks.getIdentityLinksForTask(taskId)).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private <T> T asApplication(Supplier<T> call) {
        return access.asApplication(call);
    }
}
