package org.yiban.backpay.years;

/** What becomes of months of service. */
public enum CountedAs {
    /** They count to the total (视同缴费). */
    DEEMED("算作视同缴费"),
    /** They count as paid in the province, too (JL2022-19 art.9(1)[c]). */
    ACTUAL_IN_PROVINCE("算作省内实际缴费"),
    /** They do not count. */
    NOT_COUNTED("不算");

    private final String title;

    CountedAs(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
