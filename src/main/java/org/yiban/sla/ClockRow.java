package org.yiban.sla;

import java.time.LocalDate;
import java.util.List;
import org.yiban.kernel.CaseNumber;

/** What {@code case_clock} keeps of a clock: whatever does not depend on the day on which one looks. */
record ClockRow(
        String caseNumber,
        String pool,
        String kind,
        LocalDate acceptedOn,
        int workingDays,
        int extended,
        String nature,
        LocalDate dueOn,
        LocalDate heldSince,
        Integer leftWhenHeld,
        LocalDate pausedOn,
        String pauseReason,
        LocalDate atRiskOn,
        boolean provisional,
        String leg,
        LocalDate legDueOn,
        LocalDate stoppedOn,
        Boolean met,
        long computedBy) {

    static ClockRow of(CaseNumber number, String pool, String kind, Clock clock, int atRiskDays, long computedBy) {
        LocalDate heldSince = clock.heldSince().orElse(null);
        LocalDate stoppedOn = clock.stoppedOn().orElse(null);
        // As they stood when the hold began: a held row must not change from day to day.
        LocalDate day = heldSince != null ? heldSince : clock.dueOn();
        List<LegReading> legs = clock.legs(day);
        LegReading leg = legs.isEmpty() ? null : legs.get(legs.size() - 1);
        return new ClockRow(
                number.value(),
                pool,
                kind,
                clock.acceptedOn(),
                clock.target() + clock.extended(),
                clock.extended(),
                clock.nature().name(),
                clock.dueOn(),
                heldSince,
                heldSince == null ? null : clock.read(heldSince, atRiskDays).daysLeft(),
                clock.pause().map(Clock.Pause::from).orElse(null),
                clock.pause().map(pause -> pause.reason().name()).orElse(null),
                clock.atRiskOn(atRiskDays),
                clock.provisionalUntil(clock.dueOn()),
                leg == null ? null : leg.leg().name(),
                leg == null ? null : leg.dueOn(),
                stoppedOn,
                stoppedOn == null ? null : clock.met(),
                computedBy);
    }
}
