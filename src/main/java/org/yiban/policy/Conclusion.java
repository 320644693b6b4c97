package org.yiban.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yiban.policy.tables.Ruling;

/**
 * What comes of a ruling: results, or what the table says and the facts without which it cannot be counted. Two are
 * equal if they say the same, whichever rule said it; two that leave it to a person are equal whatever else they state.
 * Open facts may leave several rulings that come to the same.
 */
final class Conclusion {

    private final List<Ruling> rulings;
    private final Map<String, Object> results;
    private final Set<String> missing;
    private final List<Step> steps;

    Conclusion(Ruling ruling, Map<String, Object> results, Set<String> missing, List<Step> steps) {
        this(List.of(ruling), results, missing, steps);
    }

    private Conclusion(List<Ruling> rulings, Map<String, Object> results, Set<String> missing, List<Step> steps) {
        this.rulings = rulings;
        this.results = results;
        this.missing = missing;
        this.steps = steps;
    }

    /** What fired, or may have fired; never none. */
    List<Ruling> rulings() {
        return rulings;
    }

    Map<String, Object> results() {
        return results;
    }

    Set<String> missing() {
        return missing;
    }

    /** How the results were counted. */
    List<Step> steps() {
        return steps;
    }

    /** All conclusions equal to this one in one: what only some of them state is not certain and left out. */
    Conclusion mergedWith(List<Conclusion> possible) {
        if (possible.size() == 1) {
            return this;
        }
        List<Ruling> merged = new ArrayList<>();
        Map<String, Object> common = new LinkedHashMap<>(results);
        for (Conclusion other : possible) {
            if (other.equals(this)) {
                merged.addAll(other.rulings);
                common.entrySet().retainAll(other.results.entrySet());
            }
        }
        return new Conclusion(
                List.copyOf(merged),
                common,
                missing,
                steps.stream().filter(step -> common.containsKey(step.result())).toList());
    }

    /** Whether a person decides, at least in part. */
    boolean refers() {
        String outcome = (String) results.get(Result.OUTCOME);
        return outcome != null && List.of(outcome.split(";")).contains(Outcome.REFER.name());
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
