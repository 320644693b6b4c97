package org.yiban.backpay.years;

/** How a person retires: the ages that an agency expects differ by it ({@code processes/settings/retirement-ages.dmn}). */
public enum RetirementKind {
    /** At the statutory age, a chosen earlier or later one included. */
    ORDINARY("正常退休（含弹性提前、弹性延迟）"),
    /** Earlier, after work that is dangerous or hard. */
    SPECIAL_WORK("特殊工种提前退休"),
    /** Earlier, unable to work. */
    ILL_HEALTH("因病提前退休");

    private final String title;

    RetirementKind(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
