package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.WeighingWays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Weighs the ways to close the gap. */
@Component
class WeighWaysDelegate extends CaseDelegate {

    private final WeighingWays weighingWays;

    WeighWaysDelegate(WeighingWays weighingWays) {
        this.weighingWays = weighingWays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        weighingWays.weigh(CaseVariables.caseNumber(execution));
    }
}
