package org.yiban.transfer.balance;

/** How it was settled that an account no longer held all of a balance that was to leave it. */
public enum ShortfallSettlement {
    /** The insured person made it good, and it was passed on beside the payment order. */
    PAID_BESIDE("参保人已结清，差额已另行付给对方"),
    /** The other agency agrees to what was paid. */
    NOT_OWED("对方同意按实际划付的余额办结，不用补付");

    private final String title;

    ShortfallSettlement(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
