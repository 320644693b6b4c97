package org.yiban.calendar;

/** What an announcement makes of a day. */
public enum DayKind {
    /** A day off. */
    OFF("放假"),
    /** A working day, usually at a weekend. */
    WORK("上班");

    private final String title;

    DayKind(String title) {
        this.title = title;
    }

    /** The word people read. */
    public String title() {
        return title;
    }
}
