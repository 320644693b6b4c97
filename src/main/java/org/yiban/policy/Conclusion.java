package org.yiban.policy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yiban.policy.tables.Ruling;

/**
 * What comes of a ruling: results, or facts without which they cannot be counted. Two are equal if they say the same,
 * whichever rule said it.
 */
final class Conclusion {

    private final Ruling ruling;
    private final Map<String, Object> results;
    private final Set<String> missing;

    Conclusion(Ruling ruling, Map<String, Object> results, Set<String> missing) {
        this.ruling = ruling;
        this.results = results;
        this.missing = missing;
    }

    Ruling ruling() {
        return ruling;
    }

    Map<String, Object> results() {
        return results;
    }

    Set<String> missing() {
        return missing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conclusion that && results.equals(that.results) && missing.equals(that.missing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(results, missing);
    }
}
