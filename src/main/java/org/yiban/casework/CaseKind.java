package org.yiban.casework;

/** The kinds of cases, each with the letters its numbers begin with. */
public enum CaseKind {
    /** 转入：the transfer-in side's case of a transfer. */
    TRANSFER_IN("ZR", "转移接续（转入）", "transferIn"),
    /** 转出：the transfer-out side's case of a transfer. */
    TRANSFER_OUT("ZC", "转移接续（转出）", "transferOut"),
    /** 退费：a payment that somebody wants back. */
    REFUND("TF", "退费", "refundRequest"),
    /** 清理重复参保：two relations of a person that stand at the same time. */
    DUPLICATE("CF", "清理重复参保", "duplicateEnrolment"),
    /** 退休缴费年限：whether somebody has paid long enough to retire insured, and how a gap is closed. */
    BACKPAY("BJ", "退休缴费年限", "retirementBackpay"),
    /** 单位欠费补缴：months that an employer failed to pay. */
    ARREARS("QF", "单位欠费补缴", "employerArrears");

    private final String letters;
    private final String title;
    private final String process;

    CaseKind(String letters, String title, String process) {
        this.letters = letters;
        this.title = title;
        this.process = process;
    }

    /** First letters of the case number. */
    public String letters() {
        return letters;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** Key of the process that such a case runs through. */
    public String process() {
        return process;
    }
}
