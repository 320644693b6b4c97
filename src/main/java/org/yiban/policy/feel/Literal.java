package org.yiban.policy.feel;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value written in a cell. */
public sealed interface Literal {

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

    /**
     * Reads a cell that holds one literal; {@code null} if it holds anything else.
     *
     * @throws UnreadableCellException if it names a day that does not exist
     */
    static Literal read(String cell) {
        return CellReader.literal(cell);
    }
}
