package org.yiban.bulk.process;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.bulk.BulkModel;
import org.yiban.bulk.BulkProcess;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseVariables;

@Component
class EngineBulkProcess implements BulkProcess {

    private static final String KEY = "bulk-";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Access access;

    EngineBulkProcess(RuntimeService runtime, TaskService tasks, Access access) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.access = access;
    }

    @Override
    public void start(long file, RegionCode pool, String subject) {
        Map<String, Object> variables = Map.of(
                CaseVariables.POOL.name(), pool.value(),
                BulkModel.BULK_FILE.name(), file,
                BulkModel.BULK_SUBJECT.name(), subject);
        access.asApplication(() -> runtime.createProcessInstanceByKey(BulkModel.BULK_INTAKE)
                .processDefinitionWithoutTenantId()
                .businessKey(KEY + file)
                .setVariables(variables)
                .execute());
    }

    @Override
    public long fileOf(String taskId) {
        Task task = tasks.createTaskQuery()
                .taskId(taskId)
                .processDefinitionKey(BulkModel.BULK_INTAKE)
                .singleResult();
        if (task == null) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "taskId", taskId, "没有这项待办，或已由他人办理");
        }
        return (Long) access.asApplication(
                () -> runtime.getVariable(task.getProcessInstanceId(), BulkModel.BULK_FILE.name()));
    }

    @Override
    public void decide(String taskId, boolean released) {
        try {
            tasks.complete(taskId, Map.of(BulkModel.FILE_RELEASED.name(), released));
        } catch (AuthorizationException e) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "taskId", taskId, "这项待办不在您的职责内，或已由他人认领");
        } catch (NullValueException | OptimisticLockingException e) {
            throw ProblemException.of(ProblemKind.CONFLICT, "taskId", taskId, "这项待办刚由他人办理，请刷新待办列表");
        }
    }

    @Override
    public void tell(String message, long file, RegionCode pool) {
        access.asApplication(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(KEY + file)
                .tenantId(pool.value())
                .correlateWithResult());
    }
}
