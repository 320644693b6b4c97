package org.yiban.duplicate;

/** What becomes of the relation that does not stay, as the decision contract has it. */
public enum Ending {
    TERMINATE("终止"),
    SUSPEND("暂停");

    private final String title;

    Ending(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
