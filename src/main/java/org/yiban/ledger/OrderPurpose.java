package org.yiban.ledger;

/** What an order pays. */
public enum OrderPurpose {
    /** 退费：contributions given back. */
    REFUND("医保退费");

    private final String title;

    OrderPurpose(String title) {
        this.title = title;
    }

    /** Chinese name, as the remark of a payment. */
    public String title() {
        return title;
    }
}
