package org.yiban.backpay.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.plan.WatchingPlans;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends a plan before the years are reached. */
@Component
class ClosePlanDelegate extends CaseDelegate {

    private final WatchingPlans watchingPlans;

    ClosePlanDelegate(WatchingPlans watchingPlans) {
        this.watchingPlans = watchingPlans;
    }

    @Override
    protected void run(DelegateExecution execution) {
        watchingPlans.close(CaseVariables.caseNumber(execution));
    }
}
