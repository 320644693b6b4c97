package org.yiban.backpay.plan;

/** Why a plan ended before the years were reached. */
public enum PlanEnd {
    /** 余下月数一次缴清：the rest is to be paid at once, which is a new quote. */
    PAY_REST("余下月数一次缴清"),
    /** 改参加居民医保. */
    RESIDENT("改参加居民医保"),
    /** 本人要求终止. */
    WITHDRAWN("本人要求终止"),
    /** 参保人死亡. */
    DEATH("参保人死亡"),
    /** 连续未缴：months stayed unpaid for longer than the agency waits. */
    BROKEN("连续未缴"),
    /** 异议复核后重新办理：the decision behind it is taken again. */
    DECIDED_AGAIN("异议复核，重新办理");

    private final String title;

    PlanEnd(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
