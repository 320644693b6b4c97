package org.yiban.backpay.plan;

import org.yiban.workflow.Variable;

/** The names that the model {@code contribution-plan.bpmn} and this package share. */
public final class PlanModel {

    public static final String DECIDE_PLAN = "userTask_decidePlan";

    public static final String PLAN_CHOSEN = "message_planChosen";
    public static final String MONTHS_RECORDED = "message_planMonthsRecorded";
    public static final String GIVEN_UP = "message_planGivenUp";

    public static final Variable<Boolean> REACHED = new Variable<>("planReached", Boolean.class);
    public static final Variable<Boolean> BROKEN = new Variable<>("planBroken", Boolean.class);
    public static final Variable<Boolean> OVER = new Variable<>("planOver", Boolean.class);
    public static final Variable<Boolean> STOPPED = new Variable<>("planStopped", Boolean.class);

    /** When the plan is looked at again, ISO date and time. */
    public static final Variable<String> LOOK_AT = new Variable<>("planLookAt", String.class);

    private PlanModel() {}
}
