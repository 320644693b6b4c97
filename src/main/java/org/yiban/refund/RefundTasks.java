package org.yiban.refund;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.casework.Cases;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The open tasks of refunds. */
@Component
class RefundTasks {

    private final CaseTasks tasks;
    private final Cases cases;

    RefundTasks(CaseTasks tasks, Cases cases) {
        this.tasks = tasks;
        this.cases = cases;
    }

    /** The open task, with its case locked against everybody else who would decide on it now. */
    CaseTask take(String taskId, String definitionKey) {
        cases.lock(tasks.require(taskId, definitionKey).caseNumber());
        return tasks.require(taskId, definitionKey);
    }

    void complete(CaseTask task, Map<String, Object> facts) {
        tasks.complete(task, facts);
    }
}
