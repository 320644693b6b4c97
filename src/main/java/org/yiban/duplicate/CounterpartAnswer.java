package org.yiban.duplicate;

import java.time.LocalDate;

/**
 * What the agency of the other pool answered.
 *
 * @param agreed whether it has ended or suspended its relation
 * @param text what it says, in Chinese
 */
public record CounterpartAnswer(boolean agreed, LocalDate answeredOn, String text) {}
