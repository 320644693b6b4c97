package org.yiban.transfer.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.TransferModel;
import org.yiban.transfer.TransferProcess;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineTransferProcess implements TransferProcess {

    private final CaseProcesses processes;

    EngineTransferProcess(CaseProcesses processes) {
        this.processes = processes;
    }

    @Override
    public void startTransferIn(CaseNumber number, RegionCode pool) {
        processes.start(TransferModel.TRANSFER_IN, number, pool, Map.of());
    }

    @Override
    public void reopen(Transfer transfer) {
        processes.startByMessage(TransferModel.REOPENED, transfer.caseNumber(), transfer.pool(), Map.of());
    }

    @Override
    public void startObjection(Transfer transfer) {
        processes.startByMessage(TransferModel.OBJECTION_FILED, transfer.caseNumber(), transfer.pool(), Map.of());
    }

    @Override
    public void startTransferOut(CaseNumber number, RegionCode pool) {
        processes.start(TransferModel.TRANSFER_OUT, number, pool, Map.of());
    }

    @Override
    public boolean tell(String message, Transfer transfer) {
        return processes.tell(message, transfer.caseNumber(), transfer.pool());
    }
}
