package org.yiban.backpay.arrears;

import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The open tasks of these cases. */
@Component
class ArrearsTasks {

    private final CaseTasks tasks;
    private final Cases cases;
    private final ArrearsRecords records;
    private final Access access;

    ArrearsTasks(CaseTasks tasks, Cases cases, ArrearsRecords records, Access access) {
        this.tasks = tasks;
        this.cases = cases;
        this.records = records;
        this.access = access;
    }

    /** An open task in the hands of somebody with the role, with its case locked against everybody else. */
    Taken take(String taskId, String definitionKey, Role role) {
        cases.lock(tasks.require(taskId, definitionKey).caseNumber());
        CaseTask task = tasks.require(taskId, definitionKey);
        ArrearsCase found = records.require(task.caseNumber());
        return new Taken(task, found, access.require(found.pool(), role));
    }

    /** A task, its case and who does it. */
    record Taken(CaseTask task, ArrearsCase found, CurrentUser user) {}
}
