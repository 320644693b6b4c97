package org.yiban.reference;

/** What stands behind a figure. */
public enum FigureNature {
    /** Somebody announced it; its source says who and where. */
    ANNOUNCED("公布的"),
    /** Made up for the demonstration; nobody announced it. */
    ILLUSTRATIVE("演示用，不是公布的数");

    private final String title;

    FigureNature(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
