package org.yiban.policy.register;

/** Where a publication stands. */
public enum PublicationState {
    /** Asked for; a second analyst has not decided. */
    REQUESTED("待确认"),
    /** Answers from its business date on. */
    CONFIRMED("已确认"),
    /** Refused by the second analyst; never answered. */
    REFUSED("未予确认"),
    /** Taken back before it was confirmed, or withdrawn afterwards; no longer answers. */
    WITHDRAWN("已撤回");

    private final String label;

    PublicationState(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }
}
