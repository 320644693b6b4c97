package org.yiban.refund.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.kernel.CaseNumber;
import org.yiban.refund.RefundModel;
import org.yiban.refund.RefundProcess;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineRefundProcess implements RefundProcess {

    private static final String MONEY = "money";

    private final CaseProcesses processes;
    private final TaskService tasks;
    private final Access access;

    EngineRefundProcess(CaseProcesses processes, TaskService tasks, Access access) {
        this.processes = processes;
        this.tasks = tasks;
        this.access = access;
    }

    @Override
    public void start(CaseNumber number, RegionCode pool) {
        processes.start(RefundModel.REFUND_REQUEST, number, pool, Map.of());
    }

    @Override
    public void startObjection(CaseNumber number, RegionCode pool) {
        processes.startByMessage(
                RefundModel.OBJECTION_FILED, number, pool, Map.of(RefundModel.FACTS_TO_CHECK.name(), true));
    }

    @Override
    public void startCorrection(CaseNumber number, RegionCode pool) {
        processes.startByMessage(RefundModel.PAYMENT_RETURNED, number, pool, Map.of());
    }

    @Override
    public void returnMoney(CaseNumber number, RegionCode pool, String reference) {
        processes.startBeside(
                MONEY, RefundModel.MONEY_TO_RETURN, number, pool, Map.of(RefundModel.MONEY.name(), reference));
    }

    @Override
    public String moneyOf(String taskId) {
        return access.asApplication(() -> (String) tasks.getVariable(taskId, RefundModel.MONEY.name()));
    }

    @Override
    public boolean tell(String message, CaseNumber number, RegionCode pool) {
        return processes.tell(message, number, pool);
    }
}
