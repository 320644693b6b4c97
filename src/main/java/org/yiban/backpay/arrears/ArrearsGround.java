package org.yiban.backpay.arrears;

/** Why an employer owes months; the names are those of the decision contract. */
public enum ArrearsGround {
    /** The employer did not enrol its people. */
    NEVER_ENROLLED("单位未参保"),
    /** The employer stopped paying. */
    UNIT_INTERRUPTION("单位中断缴费");

    private final String title;

    ArrearsGround(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
