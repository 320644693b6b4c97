package org.yiban.backpay.arrears.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.backpay.arrears.ArrearsModel;
import org.yiban.backpay.arrears.ArrearsProcess;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineArrearsProcess implements ArrearsProcess {

    private static final String MONEY = "money";

    private final CaseProcesses processes;
    private final TaskService tasks;
    private final Access access;

    EngineArrearsProcess(CaseProcesses processes, TaskService tasks, Access access) {
        this.processes = processes;
        this.tasks = tasks;
        this.access = access;
    }

    @Override
    public void start(CaseNumber number, RegionCode pool) {
        processes.start(ArrearsModel.EMPLOYER_ARREARS, number, pool, Map.of());
    }

    @Override
    public boolean settled(CaseNumber number, RegionCode pool) {
        return processes.tell(ArrearsModel.SETTLED, number, pool);
    }

    @Override
    public void startObjection(CaseNumber number, RegionCode pool) {
        processes.startByMessage(ArrearsModel.OBJECTION_FILED, number, pool, Map.of());
    }

    @Override
    public boolean contest(CaseNumber number, RegionCode pool) {
        return processes.tell(ArrearsModel.NOTICE_CONTESTED, number, pool);
    }

    @Override
    public void returnMoney(CaseNumber number, RegionCode pool, long moneyId) {
        processes.startBeside(
                MONEY, ArrearsModel.MONEY_TO_RETURN, number, pool, Map.of(ArrearsModel.MONEY.name(), moneyId));
    }

    @Override
    public Long moneyOf(String taskId) {
        return access.asApplication(() -> (Long) tasks.getVariable(taskId, ArrearsModel.MONEY.name()));
    }
}
