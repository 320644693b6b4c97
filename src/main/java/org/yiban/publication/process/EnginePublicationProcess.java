package org.yiban.publication.process;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.register.Publication;
import org.yiban.publication.PublicationModel;
import org.yiban.publication.PublicationProcess;

@Component
class EnginePublicationProcess implements PublicationProcess {

    private static final String KEY = "publication-";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Access access;

    EnginePublicationProcess(RuntimeService runtime, TaskService tasks, Access access) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.access = access;
    }

    @Override
    public void start(Publication publication, Collection<String> analysts) {
        Map<String, Object> variables = Map.of(
                PublicationModel.PUBLICATION.name(), publication.id(),
                PublicationModel.WITHDRAWAL.name(), publication.withdrawalOpen(),
                PublicationModel.SUBJECT.name(),
                        "第 %d 号 %s 自 %s 起".formatted(publication.id(), publication.path(), publication.from()),
                PublicationModel.ANALYSTS.name(), String.join(",", analysts),
                PublicationModel.ASKED_BY.name(), publication.askedBy());
        access.asApplication(() -> runtime.createProcessInstanceByKey(PublicationModel.TABLE_PUBLICATION)
                .processDefinitionWithoutTenantId()
                .businessKey(KEY + publication.id())
                .setVariables(variables)
                .execute());
    }

    @Override
    public long publicationOf(String taskId) {
        Task task = tasks.createTaskQuery()
                .taskId(taskId)
                .processDefinitionKey(PublicationModel.TABLE_PUBLICATION)
                .singleResult();
        if (task == null) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "taskId", taskId, "没有这项待办，或已由他人办理");
        }
        return (Long) access.asApplication(
                () -> runtime.getVariable(task.getProcessInstanceId(), PublicationModel.PUBLICATION.name()));
    }

    @Override
    public void decide(Publication publication, boolean confirmed) {
        Task task = access.asApplication(() -> tasks.createTaskQuery()
                .processDefinitionKey(PublicationModel.TABLE_PUBLICATION)
                .processInstanceBusinessKey(KEY + publication.id())
                .singleResult());
        try {
            tasks.complete(task.getId(), Map.of(PublicationModel.CHANGE_CONFIRMED.name(), confirmed));
        } catch (AuthorizationException e) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "这项待办不在您的职责内，或已由他人认领");
        } catch (NullValueException | OptimisticLockingException e) {
            throw ProblemException.of(ProblemKind.CONFLICT, "这项待办刚由他人办理，请刷新待办列表");
        }
    }

    @Override
    public void takeBack(Publication publication) {
        access.asApplication(() -> runtime.createMessageCorrelation(PublicationModel.CHANGE_TAKEN_BACK)
                .processInstanceBusinessKey(KEY + publication.id())
                .withoutTenantId()
                .correlateWithResult());
    }
}
