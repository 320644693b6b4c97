package org.yiban.sla;

/** Where the clock of a case stands on a day. Never stored: it follows from the events, the calendar and the day. */
public enum ClockState {
    /** Runs, with time enough. */
    ON_TRACK("正常"),
    /** Runs, and no more working days are left than the agency's setting says. */
    AT_RISK("临期"),
    /** Runs, and the due day has ended. */
    OVERDUE("逾期"),
    /** Stands still: the agency waits for something beyond its power. */
    PAUSED("暂停"),
    /** Stopped on the due day or before. */
    MET("按期办结"),
    /** Stopped after the due day. */
    MISSED("逾期办结");

    private final String title;

    ClockState(String title) {
        this.title = title;
    }

    /** Whether the due day went by before the case was finished. */
    public boolean overdue() {
        return this == OVERDUE || this == MISSED;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
