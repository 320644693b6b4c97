package org.yiban.backpay.arrears;

/** What is paid into; the names are those of the decision contract. */
public enum AccountType {
    POOLED_ONLY("单建统筹"),
    POOLED_WITH_ACCOUNT("统账结合");

    private final String title;

    AccountType(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
