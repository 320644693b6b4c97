package org.yiban.backpay;

import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The open tasks of these cases. */
@Component
class BackpayTasks {

    private final CaseTasks tasks;
    private final Cases cases;
    private final BackpayRecords records;
    private final Access access;

    BackpayTasks(CaseTasks tasks, Cases cases, BackpayRecords records, Access access) {
        this.tasks = tasks;
        this.cases = cases;
        this.records = records;
        this.access = access;
    }

    /** An open task in the hands of somebody with one of the roles, with its case locked against everybody else. */
    Taken take(String taskId, String definitionKey, Role... anyOf) {
        cases.lock(tasks.require(taskId, definitionKey).caseNumber());
        CaseTask task = tasks.require(taskId, definitionKey);
        Backpay backpay = records.require(task.caseNumber());
        return new Taken(task, backpay, access.require(backpay.pool(), anyOf));
    }

    /** A task, its case and who does it. */
    record Taken(CaseTask task, Backpay backpay, CurrentUser user) {}
}
