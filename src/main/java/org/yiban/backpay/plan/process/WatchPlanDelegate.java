package org.yiban.backpay.plan.process;

import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.plan.PlanModel;
import org.yiban.backpay.plan.PlanStanding;
import org.yiban.backpay.plan.WatchingPlans;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Looks at a plan, and says when it is looked at again. */
@Component
class WatchPlanDelegate extends CaseDelegate {

    private final WatchingPlans watchingPlans;

    WatchPlanDelegate(WatchingPlans watchingPlans) {
        this.watchingPlans = watchingPlans;
    }

    @Override
    protected void run(DelegateExecution execution) {
        WatchingPlans.Watched watched = watchingPlans.watch(CaseVariables.caseNumber(execution));
        PlanModel.REACHED.set(execution, watched.standing() == PlanStanding.REACHED);
        PlanModel.BROKEN.set(execution, watched.standing() == PlanStanding.BROKEN);
        PlanModel.OVER.set(execution, watched.standing() == PlanStanding.OVER);
        PlanModel.LOOK_AT.set(execution, watched.nextLook().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
