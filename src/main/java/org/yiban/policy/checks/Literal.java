package org.yiban.policy.checks;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value written in a cell. */
sealed interface Literal {

    /** {@code "EMPLOYER"}. */
    record Text(String value) implements Literal {}

    /** {@code 360}. */
    record Number(BigDecimal value) implements Literal {}

    /** {@code date("2022-04-01")}. */
    record Day(LocalDate value) implements Literal {}

    /** {@code null}: that there is none. */
    record Nothing() implements Literal {}

    /** {@code true}. */
    record Flag(boolean value) implements Literal {}
}
