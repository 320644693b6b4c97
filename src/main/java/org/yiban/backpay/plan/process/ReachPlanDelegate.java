package org.yiban.backpay.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.plan.WatchingPlans;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** The years are reached. */
@Component
class ReachPlanDelegate extends CaseDelegate {

    private final WatchingPlans watchingPlans;

    ReachPlanDelegate(WatchingPlans watchingPlans) {
        this.watchingPlans = watchingPlans;
    }

    @Override
    protected void run(DelegateExecution execution) {
        watchingPlans.reach(CaseVariables.caseNumber(execution));
    }
}
