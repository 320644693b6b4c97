package org.yiban.backpay;

/** Who asks for somebody's retirement insured (申请人). */
public enum ApplicantKind {
    PERSON("本人"),
    AGENT("代办人"),
    EMPLOYER("用人单位");

    private final String title;

    ApplicantKind(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
