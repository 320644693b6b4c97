package org.yiban.policy.replay;

import java.util.List;

/**
 * What another version of the tables makes of a question.
 *
 * @param differences results that differ; empty if none does
 * @param refusal why the other version does not answer, in Chinese; {@code null} if it does
 */
public record Change(AnsweredQuestion question, List<Difference> differences, String refusal) {

    public Change {
        differences = List.copyOf(differences);
    }

    /** Whether anything is different. */
    public boolean changes() {
        return refusal != null || !differences.isEmpty();
    }

    /**
     * A result that differs.
     *
     * @param result its name
     * @param before {@code null} if it was not stated
     * @param after {@code null} if it is not stated
     */
    public record Difference(String result, Object before, Object after) {}
}
