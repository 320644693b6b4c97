package org.yiban.duplicate.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.DuplicateModel;
import org.yiban.duplicate.DuplicateProcess;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

@Component
class EngineDuplicateProcess implements DuplicateProcess {

    private static final String RESTORATION = "restoration";

    private final CaseProcesses processes;

    EngineDuplicateProcess(CaseProcesses processes) {
        this.processes = processes;
    }

    @Override
    public void start(CaseNumber number, RegionCode pool) {
        processes.start(DuplicateModel.DUPLICATE_ENROLMENT, number, pool, beginning(false));
    }

    @Override
    public void startCounterpart(CaseNumber number, RegionCode pool) {
        processes.startByMessage(DuplicateModel.ENDING_ASKED, number, pool, beginning(true));
    }

    @Override
    public void startObjection(CaseNumber number, RegionCode pool) {
        processes.startByMessage(DuplicateModel.OBJECTION_FILED, number, pool, beginning(false));
    }

    @Override
    public void startRestoration(CaseNumber number, RegionCode pool) {
        processes.startBeside(RESTORATION, DuplicateModel.ENDING_WITHDRAWN, number, pool, Map.of());
    }

    @Override
    public void endWithdrawn(CaseNumber number, RegionCode pool) {
        if (!processes.tell(DuplicateModel.REQUEST_WITHDRAWN, number, pool)) {
            throw new IllegalStateException("case " + number + " does not end by a withdrawal");
        }
    }

    @Override
    public boolean awaitsAnswer(CaseNumber number, RegionCode pool) {
        return processes.waits(DuplicateModel.COUNTERPART_AGREED, number, pool);
    }

    @Override
    public boolean tellAnswer(CaseNumber number, RegionCode pool, boolean agreed) {
        String message = agreed ? DuplicateModel.COUNTERPART_AGREED : DuplicateModel.COUNTERPART_SAID_NO;
        return processes.tell(message, number, pool);
    }

    private static Map<String, Object> beginning(boolean counterpart) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(DuplicateModel.COUNTERPART.name(), counterpart);
        facts.put(DuplicateModel.SUSPEND_PAYMENTS.name(), false);
        facts.put(DuplicateModel.BENEFITS_SUSPENDED.name(), false);
        return facts;
    }
}
