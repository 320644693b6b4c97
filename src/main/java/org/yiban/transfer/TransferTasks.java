package org.yiban.transfer;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The open tasks of transfers. */
@Component
class TransferTasks {

    private final CaseTasks tasks;
    private final Cases cases;

    TransferTasks(CaseTasks tasks, Cases cases) {
        this.tasks = tasks;
        this.cases = cases;
    }

    /** The open task, with its case locked against everybody else who would decide on it now. */
    CaseTask take(String taskId, String definitionKey) {
        cases.lock(tasks.require(taskId, definitionKey).caseNumber());
        return tasks.require(taskId, definitionKey);
    }

    /** The same for a step that stands at two places of the model. */
    CaseTask take(String taskId, String definitionKey, String otherKey) {
        CaseTask known = tasks.require(taskId);
        return take(taskId, known.definitionKey().equals(otherKey) ? otherKey : definitionKey);
    }

    /** The number of the case that an open task of this step belongs to. */
    CaseNumber require(String taskId, String definitionKey) {
        return tasks.require(taskId, definitionKey).caseNumber();
    }

    void complete(CaseTask task, Map<String, Object> facts) {
        tasks.complete(task, facts);
    }
}
