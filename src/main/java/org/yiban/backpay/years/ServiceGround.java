package org.yiban.backpay.years;

/** Why past service may count as months of contribution, as the family {@code deemed-service} has it. */
public enum ServiceGround {
    /** 连续工龄. */
    CONTINUOUS_SERVICE("连续工龄"),
    /** 服现役. */
    MILITARY_SERVICE("服现役"),
    /** 随军未就业配偶. */
    ACCOMPANYING_SPOUSE("随军未就业配偶"),
    /** 接续工龄补缴养老. */
    PENSION_YEARS_BOUGHT("接续工龄补缴养老"),
    /** 居民医保年限折算. */
    RESIDENT_YEARS("居民医保年限折算"),
    /** 省内其他统筹区缴费. */
    OTHER_POOL_YEARS("省内其他统筹区缴费");

    private final String title;

    ServiceGround(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
