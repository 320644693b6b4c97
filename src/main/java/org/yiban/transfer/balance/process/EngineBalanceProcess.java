package org.yiban.transfer.balance.process;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.transfer.balance.BalanceModel;
import org.yiban.transfer.balance.BalanceProcess;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineBalanceProcess implements BalanceProcess {

    private static final String BALANCE = "balance";
    private static final String SHORTFALL = "shortfall";

    private final CaseProcesses processes;

    EngineBalanceProcess(CaseProcesses processes) {
        this.processes = processes;
    }

    @Override
    public void startPayment(CaseNumber number, RegionCode pool) {
        processes.startBeside(BALANCE, BalanceModel.TO_MOVE, number, pool, Map.of());
    }

    @Override
    public void settleShortfall(CaseNumber number, RegionCode pool) {
        processes.startBeside(SHORTFALL, BalanceModel.SHORT, number, pool, Map.of());
    }

    @Override
    public void paid(CaseNumber number, RegionCode pool) {
        require(BalanceModel.PAID, number, pool);
    }

    @Override
    public void rejected(CaseNumber number, RegionCode pool) {
        require(BalanceModel.REJECTED, number, pool);
    }

    @Override
    public void cameBack(CaseNumber number, RegionCode pool) {
        processes.startBeside(BALANCE, BalanceModel.CAME_BACK, number, pool, Map.of());
    }

    @Override
    public void expect(CaseNumber number, RegionCode pool, ZonedDateTime missingAt) {
        processes.startBeside(BALANCE, BalanceModel.EXPECTED, number, pool, until(missingAt));
    }

    @Override
    public void arrived(CaseNumber number, RegionCode pool, ZonedDateTime missingAt) {
        if (!tell(BalanceModel.ARRIVED, number, pool)) {
            processes.startBeside(BALANCE, BalanceModel.ARRIVED_AFTERWARDS, number, pool, until(missingAt));
        }
    }

    private void require(String message, CaseNumber number, RegionCode pool) {
        if (!tell(message, number, pool)) {
            throw new IllegalStateException("case " + number + " does not wait for " + message);
        }
    }

    private boolean tell(String message, CaseNumber number, RegionCode pool) {
        return processes.tellBeside(BALANCE, message, number, pool);
    }

    private static Map<String, Object> until(ZonedDateTime missingAt) {
        return Map.of(BalanceModel.MISSING_AT.name(), missingAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
