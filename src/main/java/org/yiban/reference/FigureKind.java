package org.yiban.reference;

/** What a figure of reference data is. */
public enum FigureKind {
    /** 全省全口径月平均工资, yuan a month, of the year in which it was earned. */
    PROVINCIAL_AVERAGE_WAGE("全省月平均工资"),
    /** 全市全口径月平均工资, yuan a month, likewise. */
    CITY_AVERAGE_WAGE("全市月平均工资"),
    /** The rate at which a pool collects where its document leaves the rate to the pool. */
    LOCAL_RATE("当地缴费比例"),
    /** 最低缴费基数, yuan a month. */
    MINIMUM_BASE("最低缴费基数"),
    /** 最高缴费基数, yuan a month. */
    MAXIMUM_BASE("最高缴费基数"),
    /** The rate at which personal accounts are credited from a base. */
    ACCOUNT_RATE("个人账户划入比例");

    private final String title;

    FigureKind(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** Whether it is an average wage, which belongs to the year in which it was earned. */
    public boolean isWage() {
        return this == PROVINCIAL_AVERAGE_WAGE || this == CITY_AVERAGE_WAGE;
    }

    /** Whether it is a fraction, and not yuan a month. */
    public boolean isRate() {
        return this == LOCAL_RATE || this == ACCOUNT_RATE;
    }

    /** Whether it bounds bases. */
    public boolean isBase() {
        return this == MINIMUM_BASE || this == MAXIMUM_BASE;
    }
}
