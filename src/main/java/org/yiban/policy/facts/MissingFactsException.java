package org.yiban.policy.facts;

import java.util.List;

/** A result cannot be counted because facts are not stated. */
public final class MissingFactsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> facts;

    /** Names the facts without which a result cannot be counted. */
    public MissingFactsException(List<String> facts) {
        super("not stated: " + String.join(", ", facts));
        this.facts = List.copyOf(facts);
    }

    /** Names of the facts. */
    public List<String> facts() {
        return facts;
    }
}
