package org.yiban.person;

import java.time.LocalDate;

/**
 * An insured person as other modules may know them.
 *
 * @param id our number for the person; says nothing about them
 * @param name full name
 * @param maskedIdentityNumber the identity number with its middle hidden
 * @param sex sex
 * @param bornOn birth date
 * @param diedOn date of death; {@code null} for the living
 * @param retiredInsured has the contribution years and is retired in the employee scheme
 * @param retiredOn the day of that retirement; {@code null} for who is not retired, or whose day is not known
 */
public record Person(
        long id,
        String name,
        String maskedIdentityNumber,
        Sex sex,
        LocalDate bornOn,
        LocalDate diedOn,
        boolean retiredInsured,
        LocalDate retiredOn) {}
