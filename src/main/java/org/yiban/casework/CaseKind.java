package org.yiban.casework;

/** The kinds of cases, each with the letters its numbers begin with. */
public enum CaseKind {
    /** 转入：the transfer-in side's case of a transfer. */
    TRANSFER_IN("ZR", "转移接续（转入）"),
    /** 转出：the transfer-out side's case of a transfer. */
    TRANSFER_OUT("ZC", "转移接续（转出）"),
    /** 退费：a payment that somebody wants back. */
    REFUND("TF", "退费");

    private final String letters;
    private final String title;

    CaseKind(String letters, String title) {
        this.letters = letters;
        this.title = title;
    }

    /** First letters of the case number. */
    public String letters() {
        return letters;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
