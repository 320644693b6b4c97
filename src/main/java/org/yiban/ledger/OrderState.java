package org.yiban.ledger;

/** Where a payment order stands. */
public enum OrderState {
    /** Waits to be put into a batch. */
    OPEN("待付"),
    /** Stands in a batch that has not left. */
    BATCHED("已编批"),
    /** Has left for the treasury; no result yet. */
    SENT("已发出"),
    /** Was paid; nothing follows unless the payee's bank returns it. */
    PAID("已付"),
    /** Came back; waits for another account, or to be cancelled. */
    REJECTED("被退回"),
    /** The treasury does not know either; a person settles it with evidence. */
    UNKNOWN("结果不明"),
    /** Will never be paid. Final. */
    CANCELLED("已撤销");

    private final String title;

    OrderState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** Whether nothing follows any more. */
    public boolean isFinal() {
        return this == PAID || this == CANCELLED;
    }
}
