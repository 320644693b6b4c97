package org.yiban.casework.web;

import java.time.LocalDate;

/**
 * That the person has died.
 *
 * @param source where it is known from
 */
public record DeathReported(LocalDate diedOn, String source) {}
