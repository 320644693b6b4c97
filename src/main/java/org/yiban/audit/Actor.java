package org.yiban.audit;

/**
 * Who acts.
 *
 * @param id user id
 * @param name name for people to read
 */
public record Actor(String id, String name) {

    /** The application itself: jobs, start-up. */
    public static final Actor SYSTEM = new Actor("system", "系统");
}
