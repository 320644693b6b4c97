package org.yiban.refund.facts;

/** Why a payment is claimed back 退费事由, as the family {@code refund-eligibility} knows it. */
public enum RefundReason {
    DUPLICATE_PAYMENT("重复缴费"),
    DEATH("死亡"),
    JOINED_EMPLOYEE_SCHEME("参加职工医保"),
    ENROLLED_IN_OTHER_POOL("参加其他统筹区居民医保"),
    EMPLOYED_AFTER_ANNUAL_PREPAYMENT("年度预缴后随单位参保"),
    DEATH_AFTER_LUMP_SUM("趸缴后死亡"),
    DEATH_NOT_DEREGISTERED("死亡未及时退保"),
    OVERPAID_AFTER_RETIREMENT("退休后多缴"),
    DUPLICATE_DURING_UNEMPLOYMENT("领失业金期间重复缴纳"),
    IMPRISONMENT("服刑期间缴费"),
    LATE_CHANGE_REGISTRATION("未及时变更登记多缴"),
    OTHER("其他");

    private final String title;

    RefundReason(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether it is that the same months were paid for twice. */
    public boolean duplicate() {
        return this == DUPLICATE_PAYMENT || this == DUPLICATE_DURING_UNEMPLOYMENT;
    }

    /** Whether it is that the insured person died: others claim then. */
    public boolean death() {
        return this == DEATH || this == DEATH_AFTER_LUMP_SUM || this == DEATH_NOT_DEREGISTERED;
    }
}
