package org.yiban.payment;

/** Where a batch stands. */
public enum BatchState {
    /** Waits for a second person. */
    DRAWN("待审批"),
    /** The second person approved; its file is being made. */
    APPROVED("已批准"),
    /** The second person did not approve; its orders are open again. Final. */
    REFUSED("不予发出"),
    /** Its file was made; results are awaited. */
    LEFT("已发出"),
    /** The treasury did not take the file; its orders are open again. Final. */
    RETURNED("整批退回"),
    /** Every payment has its result. Final. */
    SETTLED("已完结");

    private final String title;

    BatchState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
