package org.yiban.backpay.options;

/** What somebody may do who is short of years. */
public enum OptionKind {
    /** 趸缴: all that is missing at once. */
    LUMP_SUM("一次性补缴"),
    /** Month by month until the years are there. */
    CONTINUE_MONTHLY("继续按月缴费"),
    /** Leave the employee scheme for the residents'. */
    JOIN_RESIDENT("改参加居民医保");

    private final String title;

    OptionKind(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
