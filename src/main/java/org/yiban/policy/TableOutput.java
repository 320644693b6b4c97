package org.yiban.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An output that the tables of a family may have: a result of the contract that a table states, or a counting
 * instruction by which Java counts one.
 *
 * @param name name of the output
 * @param kind what may stand in its cells
 * @param values for CHOICE and CHOICES: the words allowed; for MONTH: words allowed beside a month; else empty
 */
public record TableOutput(String name, Kind kind, List<String> values) {

    /** What may stand in the cells of an output. An empty cell is always allowed. */
    public enum Kind {
        /** One of the words listed. */
        CHOICE("string"),
        /** One or more of the words listed, joined with {@code ;}. */
        CHOICES("string"),
        /** {@code true} or {@code false}. */
        FLAG("boolean"),
        /** A whole number, zero or more. */
        COUNT("integer"),
        /** A number, zero or more. */
        DECIMAL("double"),
        /** A number from 0 to 1. */
        RATE("double"),
        /** A month or a word listed. */
        MONTH("string"),
        /** Provisions of documents, joined with {@code ;}. */
        PROVISIONS("string");

        private final String typeRef;

        Kind(String typeRef) {
            this.typeRef = typeRef;
        }

        /** The DMN type that a table gives such an output. */
        public String typeRef() {
            return typeRef;
        }
    }

    public TableOutput {
        values = List.copyOf(values);
    }

    public static TableOutput choice(String name, String... words) {
        return new TableOutput(name, Kind.CHOICE, List.of(words));
    }

    public static TableOutput choices(String name, String... words) {
        return new TableOutput(name, Kind.CHOICES, List.of(words));
    }

    public static TableOutput flag(String name) {
        return new TableOutput(name, Kind.FLAG, List.of());
    }

    public static TableOutput count(String name) {
        return new TableOutput(name, Kind.COUNT, List.of());
    }

    public static TableOutput decimal(String name) {
        return new TableOutput(name, Kind.DECIMAL, List.of());
    }

    public static TableOutput rate(String name) {
        return new TableOutput(name, Kind.RATE, List.of());
    }

    public static TableOutput month(String name, String... words) {
        return new TableOutput(name, Kind.MONTH, List.of(words));
    }

    public static TableOutput provisions(String name) {
        return new TableOutput(name, Kind.PROVISIONS, List.of());
    }

    /** What the decision comes to, REFER among it. */
    public static TableOutput outcome(Outcome... outcomes) {
        List<String> words = Stream.concat(Arrays.stream(outcomes), Stream.of(Outcome.REFER))
                .map(Outcome::name)
                .toList();
        return new TableOutput(Result.OUTCOME, Kind.CHOICE, words);
    }

    /** The provisions that decide. */
    public static TableOutput basis() {
        return provisions(Result.BASIS);
    }
}
