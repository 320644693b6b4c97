package org.yiban.cockpit.engine;

import java.time.OffsetDateTime;

/**
 * A time at which a case was at an element of its process.
 *
 * @param type as the engine calls it: {@code userTask}
 * @param assignee user id; {@code null} if it was nobody's
 * @param until {@code null} while it is there
 * @param canceled whether it left because something else ended the waiting
 */
public record Visit(
        String activityId,
        String activityName,
        String type,
        String assignee,
        OffsetDateTime from,
        OffsetDateTime until,
        boolean canceled) {}
