package org.yiban.sla;

/**
 * What is written down with an event.
 *
 * @param note why, in Chinese; {@code null} where the process itself records it
 * @param basis the provisions or documents it rests on; {@code null} if none
 * @param byUser user id, {@code null} for the system
 * @param approvedBy user id of another person who approved it; {@code null} if none had to
 */
public record ClockEntry(String note, String basis, String byUser, String approvedBy) {

    /** The process itself records it. */
    public static final ClockEntry BY_PROCESS = new ClockEntry(null, null, null, null);

    /** A person records it, on their own authority. */
    public static ClockEntry by(String user, String note) {
        return new ClockEntry(note, null, user, null);
    }

    /** The process itself records it on the ground of provisions. */
    public static ClockEntry basedOn(String basis) {
        return new ClockEntry(null, basis, null, null);
    }
}
