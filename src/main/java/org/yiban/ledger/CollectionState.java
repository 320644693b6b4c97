package org.yiban.ledger;

/** Where a collection order stands. */
public enum CollectionState {
    /** Waits for the money. */
    OPEN("待收"),
    /** The whole amount came in. Final. */
    PAID("已收齐"),
    /** The last day passed with a part of the amount in. Final. */
    PARTLY("部分收到"),
    /** The last day passed and nothing came in. Final. */
    EXPIRED("逾期未收");

    private final String title;

    CollectionState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
