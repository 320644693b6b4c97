package org.yiban.workflow.clock;

import org.yiban.sla.CaseClock;
import org.yiban.sla.ClockEventType;
import org.yiban.sla.ClockState;

/** What the supervisors are told of a case that runs out of time. */
public enum Escalation {
    /** No more working days are left than the agency's setting says. */
    AT_RISK(ClockState.AT_RISK, "atRisk"),
    /** The due day has ended. */
    OVERDUE(ClockState.OVERDUE, "overdue");

    private final ClockState state;
    private final String step;

    Escalation(ClockState state, String step) {
        this.state = state;
        this.step = step;
    }

    /** Chinese name, the same as of the state of the clock. */
    public String title() {
        return state.title();
    }

    /** How the history of the case calls it. */
    String step() {
        return step;
    }

    /** Which time the clock runs: 0 as it started, one more with each time it began anew. */
    static int runOf(CaseClock clock) {
        return (int) clock.events().stream()
                .filter(recorded -> recorded.event().type() == ClockEventType.RESET)
                .count();
    }
}
