package org.yiban.kernel;

import java.util.Objects;

/**
 * One thing wrong with one input.
 *
 * @param field name of the fact or request field, as the contract or the API spells it
 * @param value the value as it was given; {@code null} if none was given; identity numbers come masked
 * @param message what is wrong and what is allowed, in Chinese, for people
 */
public record Violation(String field, String value, String message) {

    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
