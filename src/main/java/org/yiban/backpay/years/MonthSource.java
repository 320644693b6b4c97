package org.yiban.backpay.years;

/** Where a month of a person's years comes from. */
public enum MonthSource {
    /** Paid in the pool itself. */
    PAID_HERE("本统筹区缴费"),
    /** Paid in another pool of the province and taken over. */
    PAID_IN_PROVINCE("省内其他统筹区缴费，已转入"),
    /** Paid in another province and taken over. */
    PAID_ELSEWHERE("省外缴费，已转入"),
    /** Service that counts as paid in the province. */
    SERVICE_IN_PROVINCE("服役等期间，算作省内实际缴费"),
    /** Deemed, and on record as such. */
    DEEMED_ON_RECORD("视同缴费（登记中已有）"),
    /** Deemed by a decision on service stated in the case. */
    DEEMED_STATED("视同缴费（本次认定）"),
    /** Held by another pool, not taken over: shown, not counted. */
    HELD_ELSEWHERE("其他统筹区持有，没有转入，不计算");

    private final String title;

    MonthSource(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
