package org.yiban.person.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;

/**
 * What is wrong with the files: where ({@code months.csv:12:base} is line 12, column base), what stands there, what is
 * allowed. Of very many problems the first are told and the others counted.
 */
final class FileProblems {

    private static final int TOLD = 100;

    private final List<Violation> told = new ArrayList<>();
    private int untold;

    void add(String field, String value, String message) {
        add(new Violation(field, value, message));
    }

    private void add(Violation violation) {
        if (told.size() < TOLD) {
            told.add(violation);
        } else {
            untold++;
        }
    }

    /** The checked value, or {@code null} once what is wrong with it has been noted. */
    <T> T collect(Supplier<T> check) {
        try {
            return check.get();
        } catch (ProblemException e) {
            e.violations().forEach(this::add);
            return null;
        }
    }

    void throwIfAny() {
        if (told.isEmpty()) {
            return;
        }
        List<Violation> all = new ArrayList<>(told);
        if (untold > 0) {
            all.add(new Violation("files", null, "另有" + untold + "处错误未列出，请先改正以上各处"));
        }
        throw ProblemException.invalid(all);
    }
}
