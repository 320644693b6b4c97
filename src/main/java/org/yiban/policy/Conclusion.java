package org.yiban.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yiban.policy.tables.Ruling;

/**
 * What comes of a ruling: results, or what the table says and the facts without which it cannot be counted. Two are
 * equal if they say the same, whichever rule said it; two that leave it to a person are equal whatever else they state.
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

    /** The same, without what only some of several equal conclusions state: it is not certain. */
    Conclusion commonTo(List<Conclusion> others) {
        Map<String, Object> common = new LinkedHashMap<>(results);
        for (Conclusion other : others) {
            if (other.equals(this)) {
                common.entrySet().retainAll(other.results.entrySet());
            }
        }
        return new Conclusion(ruling, common, missing);
    }

    private Object meaning() {
        boolean refer = Outcome.REFER.name().equals(results.get(Result.OUTCOME));
        return refer ? Outcome.REFER : results;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conclusion that && meaning().equals(that.meaning()) && missing.equals(that.missing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(meaning(), missing);
    }
}
