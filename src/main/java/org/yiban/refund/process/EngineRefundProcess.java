package org.yiban.refund.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.refund.RefundModel;
import org.yiban.refund.RefundProcess;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineRefundProcess implements RefundProcess {

    private final CaseProcesses processes;

    EngineRefundProcess(CaseProcesses processes) {
        this.processes = processes;
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
    public boolean tell(String message, CaseNumber number, RegionCode pool) {
        return processes.tell(message, number, pool);
    }
}
