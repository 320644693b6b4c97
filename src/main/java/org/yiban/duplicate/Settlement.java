package org.yiban.duplicate;

import java.time.LocalDate;

/**
 * What a clerk proposes and another person approves.
 *
 * @param kept the relation that stays
 * @param ending what becomes of the other one
 * @param on its last day where it ends, the first day without it where it is suspended
 * @param reason why it is this one, in Chinese
 */
public record Settlement(Which kept, Ending ending, LocalDate on, String reason) {}
