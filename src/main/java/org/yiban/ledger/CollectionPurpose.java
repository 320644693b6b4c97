package org.yiban.ledger;

/** What money that is to come in is, and what its postings are. */
public enum CollectionPurpose {
    /** 收回：what was given without ground and is taken back. */
    RECOVERY("收回", PostingKind.COLLECTION_ORDERED, PostingKind.COLLECTION_RECOVERED, PostingKind.COLLECTION_EXPIRED),
    /** 缴费：contributions, paid at once for months past. */
    CONTRIBUTION(
            "补缴",
            PostingKind.CONTRIBUTION_ORDERED,
            PostingKind.CONTRIBUTION_RECEIVED,
            PostingKind.CONTRIBUTION_EXPIRED);

    private final String title;
    private final PostingKind ordered;
    private final PostingKind received;
    private final PostingKind expired;

    CollectionPurpose(String title, PostingKind ordered, PostingKind received, PostingKind expired) {
        this.title = title;
        this.ordered = ordered;
        this.received = received;
        this.expired = expired;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** What is posted when it is ordered. */
    PostingKind ordered() {
        return ordered;
    }

    /** What is posted when it has come in, beside the money itself. */
    PostingKind received() {
        return received;
    }

    /** What is posted for what did not come in. */
    PostingKind expired() {
        return expired;
    }
}
