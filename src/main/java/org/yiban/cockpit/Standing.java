package org.yiban.cockpit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.yiban.sla.ClockState;

/** How a case stands: the states of its clock, and open without one. */
public enum Standing {
    /** Open, not accepted or without a deadline yet: no clock runs. */
    NOT_STARTED("未起算"),
    ON_TRACK(ClockState.ON_TRACK.title()),
    AT_RISK(ClockState.AT_RISK.title()),
    OVERDUE(ClockState.OVERDUE.title()),
    PAUSED(ClockState.PAUSED.title()),
    MET(ClockState.MET.title()),
    MISSED(ClockState.MISSED.title());

    /** Those of cases that are not closed. */
    public static final Set<Standing> OPEN =
            Collections.unmodifiableSet(EnumSet.of(NOT_STARTED, ON_TRACK, AT_RISK, OVERDUE, PAUSED));

    private final String title;

    Standing(String title) {
        this.title = title;
    }

    /** That of a clock. */
    public static Standing of(ClockState state) {
        return valueOf(state.name());
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** Whether the case is not closed. */
    public boolean open() {
        return OPEN.contains(this);
    }
}
