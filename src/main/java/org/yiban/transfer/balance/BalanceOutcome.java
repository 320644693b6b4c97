package org.yiban.transfer.balance;

/** How the move of a balance ended on one side. */
public enum BalanceOutcome {
    /** Paid to the other pool. */
    PAID("已划付对方"),
    /** Arrived as stated and credited. */
    CREDITED("与信息表相符，已记入个人账户"),
    /** Something else arrived than was stated, and was credited as it came. */
    DIFFERENT("与信息表不符，按实际到账记入个人账户"),
    /** Did not arrive, and is not waited for any more. */
    NEVER("没有到账，不再等待");

    private final String title;

    BalanceOutcome(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
