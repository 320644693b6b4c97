package org.yiban.bulk;

/** How the cells of a column are read, and how they are shown. */
public enum ColumnType {
    /** Text of up to 200 characters. */
    TEXT("文字，不超过 200 字"),
    /** A person's name. */
    NAME("姓名，不超过 50 字"),
    /** An identity number with a check character that holds; shown masked. */
    IDENTITY_NUMBER("18 位证件号码（外国人永久居留身份证 2017 版 15 位），单元格设为文本格式"),
    /** The number of a bank account: digits; shown masked. Its own check is the kind's matter. */
    ACCOUNT_NUMBER("银行账号，只含数字，单元格设为文本格式"),
    /** A day. */
    DATE("日期，如 2026-02-12"),
    /** A month. */
    MONTH("月份，如 2026-02"),
    /** Yuan with up to two decimals, more than nothing. */
    MONEY("金额（元），大于 0，最多两位小数"),
    /** A phone number; shown masked. */
    PHONE("11 位手机号或带区号的固定电话"),
    /** One of the texts that the column names. */
    CHOICE("所列的一项");

    private final String allowed;

    ColumnType(String allowed) {
        this.allowed = allowed;
    }

    /** What may be written, for people. */
    public String allowed() {
        return allowed;
    }

    /** Whether its cells are personal data that are shown masked. */
    public boolean masked() {
        return this == IDENTITY_NUMBER || this == ACCOUNT_NUMBER || this == PHONE;
    }
}
