package org.yiban.transfer.gap.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.transfer.gap.GapModel;
import org.yiban.transfer.gap.GapProcess;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineGapProcess implements GapProcess {

    private static final String PAYMENT = "payment";
    private static final String MONEY = "money";

    private final CaseProcesses processes;
    private final TaskService tasks;
    private final Access access;

    EngineGapProcess(CaseProcesses processes, TaskService tasks, Access access) {
        this.processes = processes;
        this.tasks = tasks;
        this.access = access;
    }

    @Override
    public void startPayment(CaseNumber number, RegionCode pool) {
        processes.startBeside(PAYMENT, GapModel.PAYMENT_CHOSEN, number, pool, Map.of());
    }

    @Override
    public boolean paymentSettled(CaseNumber number, RegionCode pool) {
        return processes.tellBeside(PAYMENT, GapModel.PAYMENT_SETTLED, number, pool);
    }

    @Override
    public Long moneyOf(String taskId) {
        return access.asApplication(() -> (Long) tasks.getVariable(taskId, GapModel.MONEY.name()));
    }

    @Override
    public void returnMoney(CaseNumber number, RegionCode pool, long moneyId) {
        processes.startBeside(MONEY, GapModel.MONEY_TO_RETURN, number, pool, Map.of(GapModel.MONEY.name(), moneyId));
    }
}
