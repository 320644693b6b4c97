package org.yiban.policy.facts;

import java.util.List;
import java.util.function.Function;
import org.yiban.policy.Fact;

/**
 * A fact that follows from others without any document: how many months lie between two, whether something was stated.
 *
 * @param fact how it is called and what values it has
 * @param from the facts it follows from
 * @param value makes it; {@code null} leaves it open
 * @param whileOpen whether it may be made while some of those facts are open
 */
public record DerivedFact(Fact fact, List<String> from, Function<Facts, Object> value, boolean whileOpen) {

    /** Follows once all those facts are stated. */
    public static DerivedFact of(Fact fact, Function<Facts, Object> value, String... from) {
        return new DerivedFact(fact, List.of(from), value, false);
    }

    /** May follow though some of those facts are open; {@code value} must ask whether they are stated. */
    public static DerivedFact evenIfOpen(Fact fact, Function<Facts, Object> value, String... from) {
        return new DerivedFact(fact, List.of(from), value, true);
    }
}
