package org.yiban.backpay.plan.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.backpay.plan.PlanModel;
import org.yiban.backpay.plan.PlanProcess;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

@Component
class EnginePlanProcess implements PlanProcess {

    private static final String PLAN = "plan";

    private final CaseProcesses processes;

    EnginePlanProcess(CaseProcesses processes) {
        this.processes = processes;
    }

    @Override
    public void start(CaseNumber number, RegionCode pool) {
        processes.startBeside(PLAN, PlanModel.PLAN_CHOSEN, number, pool, Map.of());
    }

    @Override
    public boolean monthsRecorded(CaseNumber number, RegionCode pool) {
        return processes.tellBeside(PLAN, PlanModel.MONTHS_RECORDED, number, pool);
    }

    @Override
    public boolean givenUp(CaseNumber number, RegionCode pool) {
        return processes.tellBeside(PLAN, PlanModel.GIVEN_UP, number, pool);
    }
}
