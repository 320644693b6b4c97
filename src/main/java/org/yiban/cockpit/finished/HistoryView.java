package org.yiban.cockpit.finished;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;

/** What happened in a case: where its process was, and what is written in the case file. */
@Schema(name = "SlaHistory", description = "案件的经过：流程的各环节，案卷的记载")
record HistoryView(String caseNumber, List<Activity> activities, List<Event> events) {

    /** A time at an element of the process; {@code canceled}: something else made an end of it. */
    @Schema(name = "SlaHistoryActivity")
    record Activity(
            String activityId,
            String name,
            String type,
            String assignee,
            String assigneeName,
            OffsetDateTime from,
            OffsetDateTime until,
            int workingDays,
            boolean canceled) {}

    @Schema(name = "SlaHistoryEvent")
    record Event(String step, String text, String by, String byName, OffsetDateTime at) {}
}
