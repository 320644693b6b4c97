package org.yiban.kernel;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input, so that a caller learns of everything at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public Violations add(String field, String value, String message) {
        found.add(new Violation(field, value, message));
        return this;
    }

    /** Takes over what others found. */
    public Violations addAll(Violations others) {
        found.addAll(others.found);
        return this;
    }

    /** Runs a check that throws on bad input and keeps its violations instead of stopping at them. */
    public <T> T collect(Check<T> check) {
        try {
            return check.run();
        } catch (ProblemException e) {
            if (e.kind() != ProblemKind.INVALID_INPUT) {
                throw e;
            }
            found.addAll(e.violations());
            return null;
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Refuses the input if anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw ProblemException.invalid(found);
        }
    }

    /** A check that yields a value or refuses the input. */
    @FunctionalInterface
    public interface Check<T> {
        T run();
    }
}
