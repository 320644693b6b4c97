package org.yiban.policy.known;

import java.util.Map;
import org.yiban.policy.FactType;

/**
 * A fact, as people read and correct it.
 *
 * @param shown the value in words
 * @param choices value → words, where it has one of several
 */
public record ShownFact(
        String name,
        String label,
        String value,
        String shown,
        String source,
        boolean correctable,
        FactType type,
        Map<String, String> choices) {}
