package org.yiban.transfer.gap;

/** How the gap in benefits ended. */
public enum GapOutcome {
    /** No month between was left unpaid. */
    NO_GAP("没有未缴的月份"),
    /** The gap may not be paid. */
    NOT_PAYABLE("中断的月份不能补缴"),
    /** The applicant chose not to pay. */
    DECLINED("申请人选择不补缴"),
    /** Paid while it still counted. */
    PAID("已按期补缴"),
    /** Paid, where the payment counts for years only, whenever it comes. */
    PAID_FOR_YEARS("已补缴，只计算缴费年限"),
    /** Paid too late; the applicant keeps the months. */
    LATE_KEPT("逾期补缴，只按逾期补缴计算"),
    /** Paid too late; the money goes back. */
    LATE_RETURNED("逾期补缴，款项退还"),
    /** Not paid in full; what came goes back. */
    PARTLY("没有缴足，已缴部分退还"),
    /** Not paid by the last day. */
    EXPIRED("到期没有补缴"),
    /** The transfer ended otherwise; what came goes back. */
    ABANDONED("转移没有办成");

    private final String title;

    GapOutcome(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** Whether the months of the gap count as paid. */
    boolean clears() {
        return this == PAID || this == PAID_FOR_YEARS || this == LATE_KEPT;
    }
}
