package org.yiban.transfer;

/** Who applies for a transfer. */
public enum ApplicantRole {
    SELF("本人"),
    AGENT("代理人"),
    EMPLOYER("用人单位");

    private final String title;

    ApplicantRole(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
