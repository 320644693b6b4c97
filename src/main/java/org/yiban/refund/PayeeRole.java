package org.yiban.refund;

/** What the one who is paid is to the insured person. */
public enum PayeeRole {
    SELF("参保人本人"),
    HEIR("继承人"),
    GUARDIAN("监护人"),
    EMPLOYER("用人单位");

    private final String title;

    PayeeRole(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
