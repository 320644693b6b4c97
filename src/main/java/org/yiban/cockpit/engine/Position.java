package org.yiban.cockpit.engine;

/**
 * Where a case is in its process.
 *
 * @param activityId id of the element at which it waits; {@code null} if the process has ended
 * @param assignee user id of who has the task; {@code null} if nobody has
 */
public record Position(String processInstanceId, String activityId, String activityName, String assignee) {}
