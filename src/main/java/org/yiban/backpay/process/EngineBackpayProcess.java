package org.yiban.backpay.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.BackpayProcess;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineBackpayProcess implements BackpayProcess {

    private static final String MONEY = "money";
    private static final String DEATH = "death";

    private final CaseProcesses processes;
    private final TaskService tasks;
    private final Access access;

    EngineBackpayProcess(CaseProcesses processes, TaskService tasks, Access access) {
        this.processes = processes;
        this.tasks = tasks;
        this.access = access;
    }

    @Override
    public void start(CaseNumber number, RegionCode pool) {
        processes.start(BackpayModel.RETIREMENT_BACKPAY, number, pool, Map.of());
    }

    @Override
    public void startObjection(CaseNumber number, RegionCode pool) {
        processes.startByMessage(BackpayModel.OBJECTION_FILED, number, pool, Map.of());
    }

    @Override
    public void startAfterPlan(CaseNumber number, RegionCode pool) {
        processes.startByMessage(BackpayModel.PLAN_ENDED, number, pool, Map.of());
    }

    @Override
    public boolean tellSettled(CaseNumber number, RegionCode pool) {
        return processes.tell(BackpayModel.SETTLED, number, pool);
    }

    @Override
    public boolean tellWithdrawn(CaseNumber number, RegionCode pool) {
        return processes.tell(BackpayModel.WITHDRAWN, number, pool);
    }

    @Override
    public boolean tellDeath(CaseNumber number, RegionCode pool) {
        return processes.tell(BackpayModel.APPLICANT_DIED, number, pool);
    }

    @Override
    public void returnMoney(CaseNumber number, RegionCode pool, long receiptId) {
        processes.startBeside(
                MONEY, BackpayModel.MONEY_TO_RETURN, number, pool, Map.of(BackpayModel.RECEIPT.name(), receiptId));
    }

    @Override
    public void askForRefund(CaseNumber number, RegionCode pool) {
        processes.startBeside(DEATH, BackpayModel.REFUND_QUESTION, number, pool, Map.of());
    }

    @Override
    public Long receiptOf(String taskId) {
        return access.asApplication(() -> (Long) tasks.getVariable(taskId, BackpayModel.RECEIPT.name()));
    }
}
