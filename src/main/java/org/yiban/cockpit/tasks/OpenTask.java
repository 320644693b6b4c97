package org.yiban.cockpit.tasks;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An open task of a case.
 *
 * @param activityId id of the user task in the model
 * @param assignee user id; {@code null} while nobody has it
 * @param withWhom for people to read: the name of who has it, or of the role that may take it
 * @param priority 0 to 100, more is more urgent
 * @param since when it came up
 * @param dueAt until when it is to be done; {@code null} where it has no term
 * @param candidates who may be given it; only told to whom may give it
 */
record OpenTask(
        String id,
        String name,
        String activityId,
        String assignee,
        String assigneeName,
        String withWhom,
        int priority,
        OffsetDateTime since,
        OffsetDateTime dueAt,
        List<Candidate> candidates) {

    /** Somebody who holds the role that works a task. */
    record Candidate(String id, String name) {}
}
