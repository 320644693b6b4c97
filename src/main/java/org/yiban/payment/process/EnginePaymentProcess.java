package org.yiban.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.payment.PaymentBatch;
import org.yiban.payment.PaymentModel;
import org.yiban.payment.PaymentProcess;
import org.yiban.workflow.CaseProcesses;
import org.yiban.workflow.CaseTasks;

@Component
class EnginePaymentProcess implements PaymentProcess {

    private final CaseProcesses processes;
    private final CaseTasks tasks;

    EnginePaymentProcess(CaseProcesses processes, CaseTasks tasks) {
        this.processes = processes;
        this.tasks = tasks;
    }

    @Override
    public void start(PaymentBatch batch) {
        processes.start(PaymentModel.PAYMENT_BATCH, batch.number(), batch.pool(), Map.of());
    }

    @Override
    public boolean tell(String message, PaymentBatch batch) {
        return processes.tell(message, batch.number(), batch.pool());
    }

    @Override
    public CaseNumber batchOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }
}
