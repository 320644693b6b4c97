package org.yiban.backpay.plan;

/** Where a plan stands. */
public enum PlanState {
    RUNNING("进行中"),
    REACHED("已达到年限"),
    GIVEN_UP("已终止");

    private final String title;

    PlanState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
