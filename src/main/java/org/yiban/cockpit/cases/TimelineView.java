package org.yiban.cockpit.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.cockpit.Standing;
import org.yiban.sla.ClockEventType;
import org.yiban.sla.Leg;
import org.yiban.sla.PauseReason;

/**
 * The clock of a case with all that is on record of it.
 *
 * @param daysOff the days around the clock on which nobody works, by the calendar of the case's pool; none without clock
 * @param forecast {@code null} without clock and when it has stopped
 * @param atRisk {@code null} without clock
 */
@Schema(name = "SlaTimeline", description = "一个案件的时限和经过")
record TimelineView(
        @JsonUnwrapped CaseRow row,
        List<Event> events,
        List<LegView> legs,
        List<Pause> pauses,
        List<LocalDate> daysOff,
        Forecast forecast,
        AtRisk atRisk,
        List<Request> extensionRequests,
        May may) {

    /** An event as it is on record; {@code retroactive}: a person recorded it after it had taken effect. */
    @Schema(name = "SlaEvent")
    record Event(
            long id,
            ClockEventType type,
            String typeTitle,
            OffsetDateTime at,
            Integer workingDays,
            PauseReason reason,
            String reasonTitle,
            Leg leg,
            String legTitle,
            String note,
            String basis,
            String basisTitle,
            String by,
            String byName,
            String approvedBy,
            String approvedByName,
            OffsetDateTime recordedAt,
            boolean retroactive) {}

    /** Somebody's part; {@code basis} is where its working days stand. */
    @Schema(name = "SlaLeg")
    record LegView(
            Leg leg,
            String title,
            LocalDate from,
            LocalDate until,
            int target,
            LocalDate dueOn,
            int daysUsed,
            int daysLeft,
            Standing state,
            String stateTitle,
            String basis,
            String basisTitle) {}

    /** A pause; of one that goes on, the working days so far. */
    @Schema(name = "SlaPause")
    record Pause(LocalDate from, LocalDate until, PauseReason reason, String reasonTitle, int workingDays) {}

    @Schema(name = "SlaForecast")
    record Forecast(LocalDate dueOn, boolean provisional, String text) {}

    /** With how many working days left the case is at risk, and who says so. */
    @Schema(name = "SlaAtRisk")
    record AtRisk(int daysLeft, String basis, String basisTitle) {}

    /** An extension that waits for approval; {@code at} is when it was granted, if that is recorded later. */
    @Schema(name = "SlaExtensionRequest")
    record Request(
            long id,
            int workingDays,
            OffsetDateTime at,
            String reason,
            String askedBy,
            String askedByName,
            OffsetDateTime askedAt) {}

    /** What the person who asks may do now. */
    @Schema(name = "SlaMay")
    record May(
            boolean pause,
            boolean resume,
            boolean extend,
            boolean approve,
            boolean reset,
            boolean assign,
            boolean prioritise) {

        static final May NOTHING = new May(false, false, false, false, false, false, false);
    }
}
