package org.yiban.sla;

/** Whose part of a case runs. */
public enum Leg {
    /** The transfer-out side compiles the information table. */
    TRANSFER_OUT("转出地"),
    /** The transfer-in side checks it and registers the relation. */
    TRANSFER_IN("转入地");

    private final String title;

    Leg(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
