package org.yiban.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** A refusal that a person can act on. Whoever throws it has changed nothing. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;
    private final ProblemKind kind;

    private ProblemException(ProblemKind kind, String detail, List<Violation> violations) {
        super(detail);
        this.kind = kind;
        this.violations = List.copyOf(violations);
    }

    /** Bad input: every violation found, all at once. */
    public static ProblemException invalid(List<Violation> violations) {
        String detail =
                violations.stream().map(v -> v.field() + "：" + v.message()).collect(Collectors.joining("；"));
        return new ProblemException(ProblemKind.INVALID_INPUT, detail, violations);
    }

    /** Bad input in a single field. */
    public static ProblemException invalid(String field, String value, String message) {
        return invalid(List.of(new Violation(field, value, message)));
    }

    /** A refusal of another kind, with a Chinese sentence that says why and what can be done. */
    public static ProblemException of(ProblemKind kind, String detail) {
        return new ProblemException(kind, detail, List.of());
    }

    /** A refusal of another kind that concerns one field. */
    public static ProblemException of(ProblemKind kind, String field, String value, String message) {
        return new ProblemException(kind, message, List.of(new Violation(field, value, message)));
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<Violation> violations() {
        return violations;
    }
}
