package org.yiban.sla;

import java.time.ZonedDateTime;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/**
 * When the clock of a case rings.
 *
 * @param pool code of the pool whose case it is
 * @param dueAt the last second of the due day; while the clock is held, of the due day as it stood when the pause began
 * @param atRiskAt the first instant at which the case is at risk
 * @param held the clock stands still: nothing may ring
 * @param stopped the case is closed: nothing will ring any more
 */
public record ClockTimes(
        CaseNumber caseNumber,
        String pool,
        ZonedDateTime dueAt,
        ZonedDateTime atRiskAt,
        boolean held,
        boolean stopped) {

    static ClockTimes of(CaseNumber caseNumber, String pool, Clock clock, int atRiskDays) {
        return new ClockTimes(
                caseNumber,
                pool,
                BusinessTime.endOf(clock.dueOn()).minusSeconds(1),
                clock.atRiskOn(atRiskDays).atStartOfDay(BusinessTime.ZONE),
                clock.heldSince().isPresent(),
                clock.stoppedOn().isPresent());
    }

    /** The first instant at which the case is overdue. */
    public ZonedDateTime overdueAt() {
        return dueAt.plusSeconds(1);
    }
}
