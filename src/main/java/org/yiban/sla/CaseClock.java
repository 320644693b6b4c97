package org.yiban.sla;

import java.time.LocalDate;
import java.util.List;
import org.yiban.kernel.CaseNumber;

/**
 * The clock of a case with all that is on record of it.
 *
 * @param pool code of the pool whose case it is, and by whose calendar it is counted
 * @param kind the kind of case
 * @param events in the order of their effect
 * @param atRiskDays with how many working days left it is at risk, by the agency's setting
 */
public record CaseClock(
        CaseNumber caseNumber, String pool, String kind, Clock clock, List<RecordedEvent> events, int atRiskDays) {

    /** How it stands on a day. */
    public ClockReading read(LocalDate today) {
        return clock.read(today, atRiskDays);
    }
}
