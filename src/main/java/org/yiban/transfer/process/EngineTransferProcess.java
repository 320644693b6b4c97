package org.yiban.transfer.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.TransferModel;
import org.yiban.transfer.TransferProcess;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineTransferProcess implements TransferProcess {

    private static final String CONTRADICTION = "contradiction";
    private static final String OTHER_SIDE = "otherside";

    private final CaseProcesses processes;
    private final TaskService tasks;
    private final Access access;

    EngineTransferProcess(CaseProcesses processes, TaskService tasks, Access access) {
        this.processes = processes;
        this.tasks = tasks;
        this.access = access;
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

    @Override
    public boolean waits(String message, Transfer transfer) {
        return processes.waits(message, transfer.caseNumber(), transfer.pool());
    }

    @Override
    public void startContradiction(Transfer transfer, LocalDate completedOn) {
        processes.startBeside(
                CONTRADICTION,
                TransferModel.OTHER_SIDE_CONTRADICTS,
                transfer.caseNumber(),
                transfer.pool(),
                completedOn == null
                        ? Map.of()
                        : Map.of(TransferModel.OTHER_SIDE_COMPLETED_ON.name(), completedOn.toString()));
    }

    @Override
    public void startConfirmation(Transfer transfer) {
        processes.startBeside(
                OTHER_SIDE, TransferModel.OTHER_SIDE_RECORDED, transfer.caseNumber(), transfer.pool(), Map.of());
    }

    @Override
    public void endConfirmation(Transfer transfer) {
        processes.tellBeside(OTHER_SIDE, TransferModel.CONFIRMATION_OVER, transfer.caseNumber(), transfer.pool());
    }

    @Override
    public Optional<LocalDate> completedOnOtherSide(String taskId) {
        String on = access.asApplication(
                () -> (String) tasks.getVariable(taskId, TransferModel.OTHER_SIDE_COMPLETED_ON.name()));
        return Optional.ofNullable(on).map(LocalDate::parse);
    }
}
