package org.yiban.cockpit.finished;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.casework.CaseState;
import org.yiban.sla.ClockState;

/**
 * A page of closed cases, the last closed first.
 *
 * @param next the {@code after} of the following page, {@code null} on the last one
 */
@Schema(name = "SlaFinished", description = "一页已办结的案件，最近办结的在前；next 作为下一页的 after")
record FinishedView(List<FinishedCase> cases, String next) {

    /**
     * A closed case. Everything of the clock is {@code null} if it never started.
     *
     * @param state how the case ended
     * @param clockState whether in time
     * @param outcome a Chinese sentence on how it ended
     */
    @Schema(name = "SlaFinishedCase")
    record FinishedCase(
            String caseNumber,
            String person,
            String pool,
            String poolName,
            CaseState state,
            String stateTitle,
            ClockState clockState,
            String clockStateTitle,
            String outcome,
            OffsetDateTime openedAt,
            OffsetDateTime closedAt,
            LocalDate acceptedOn,
            LocalDate dueOn,
            Integer daysUsed,
            Boolean met,
            String processInstanceId) {}
}
