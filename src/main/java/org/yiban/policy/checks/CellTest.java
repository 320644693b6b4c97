package org.yiban.policy.checks;

import java.util.List;

/**
 * What a cell asks of a fact: that it lies in one of several spans, or in none of them. A cell that asks nothing has no
 * span: every value passes.
 *
 * @param negated whether the spans are those that do not pass
 */
record CellTest(boolean negated, List<Span> spans) {

    /** Every value passes. */
    static final CellTest ANY = new CellTest(true, List.of());

    /**
     * Values between two, or a single one.
     *
     * @param from {@code null} if there is no lower end
     * @param to {@code null} if there is no upper end
     */
    record Span(Literal from, boolean fromIncluded, Literal to, boolean toIncluded) {

        static Span only(Literal value) {
            return new Span(value, true, value, true);
        }

        /** Whether it names a single value. */
        boolean single() {
            return from != null && from.equals(to);
        }
    }

    CellTest {
        spans = List.copyOf(spans);
    }

    /** Whether it asks anything at all. */
    boolean asks() {
        return !spans.isEmpty();
    }

    /**
     * Reads a cell.
     *
     * @throws UnreadableCellException if it is in no known form
     */
    static CellTest read(String cell) {
        return cell.isEmpty() ? ANY : new CellReader(cell).read();
    }
}
