package org.yiban.casework.web;

import java.time.LocalDate;

/**
 * An objection as it is written down.
 *
 * @param filedOn the day on which it reached the agency
 */
public record ObjectionFiled(LocalDate filedOn, String grounds) {}
