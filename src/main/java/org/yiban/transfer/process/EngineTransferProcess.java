package org.yiban.transfer.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.Clocks;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.TransferModel;
import org.yiban.transfer.TransferProcess;
import org.yiban.workflow.CaseProcesses;
import org.yiban.workflow.CaseVariables;

@Component
class EngineTransferProcess implements TransferProcess {

    private final CaseProcesses processes;
    private final Clocks clocks;

    EngineTransferProcess(CaseProcesses processes, Clocks clocks) {
        this.processes = processes;
        this.clocks = clocks;
    }

    @Override
    public void startTransferIn(CaseNumber number, RegionCode pool) {
        processes.start(TransferModel.TRANSFER_IN, number, pool, Map.of());
    }

    @Override
    public void startTransferOut(CaseNumber number, RegionCode pool) {
        processes.start(
                TransferModel.TRANSFER_OUT,
                number,
                pool,
                CaseVariables.deadline(clocks.times(number).orElseThrow().overdueAt()));
    }

    @Override
    public boolean tell(String message, Transfer transfer) {
        return processes.tell(message, transfer.caseNumber(), transfer.pool());
    }
}
