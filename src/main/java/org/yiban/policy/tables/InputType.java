package org.yiban.policy.tables;

import java.math.BigDecimal;
import java.util.Optional;

/** What the engine makes of an input's value before it judges, by the input's DMN type. */
enum InputType {
    UNTYPED,
    STRING,
    BOOLEAN,
    INTEGER,
    DOUBLE;

    /** So many digits survive the double that the engine makes of a decimal. */
    private static final int EXACT_DIGITS = 15;

    /** By the name of the type; empty for one that is not proved. */
    static Optional<InputType> of(String name) {
        for (InputType type : values()) {
            if (type.name().equalsIgnoreCase(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether the engine judges the value as it is, and not a conversion of it that says something else. */
    boolean keeps(Object value) {
        return switch (this) {
            case UNTYPED -> value instanceof String || value instanceof Boolean || keepsNumber(value);
            case STRING -> value instanceof String;
            case BOOLEAN -> value instanceof Boolean;
            case INTEGER -> value instanceof Integer;
            case DOUBLE -> keepsNumber(value);
        };
    }

    private static boolean keepsNumber(Object value) {
        return value instanceof Integer
                || (value instanceof BigDecimal decimal
                        && decimal.precision() <= EXACT_DIGITS
                        && Math.abs(decimal.scale()) <= EXACT_DIGITS);
    }
}
