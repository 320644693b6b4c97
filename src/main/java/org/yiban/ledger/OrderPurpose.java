package org.yiban.ledger;

/** What an order pays. */
public enum OrderPurpose {
    /** 退费：contributions given back, month by month. */
    REFUND("医保退费", PostingKind.ORDERED, PostingKind.CANCELLED),
    /** 个人账户余额转移：what stood in the personal account of somebody whose relation has moved to another pool. */
    BALANCE_TRANSFER("个人账户余额转移", PostingKind.BALANCE_ORDERED, PostingKind.BALANCE_CANCELLED);

    private final String title;
    private final PostingKind ordered;
    private final PostingKind cancelled;

    OrderPurpose(String title, PostingKind ordered, PostingKind cancelled) {
        this.title = title;
        this.ordered = ordered;
        this.cancelled = cancelled;
    }

    /** Chinese name, as the remark of a payment. */
    public String title() {
        return title;
    }

    /** Whether such an order pays for months of payments on record, each once. */
    public boolean paysMonths() {
        return this == REFUND;
    }

    /** What is posted when it is issued. */
    PostingKind ordered() {
        return ordered;
    }

    /** What is posted when it is cancelled. */
    PostingKind cancelled() {
        return cancelled;
    }
}
