package org.yiban.policy.feel;

import java.util.List;

/**
 * What a cell asks of a fact: that it lies in one of several spans, or in none of them. A cell that asks nothing has no
 * span: every value passes.
 *
 * @param negated whether the spans are those that do not pass
 */
public record CellTest(boolean negated, List<Span> spans) {

    /** Every value passes. */
    public static final CellTest ANY = new CellTest(true, List.of());

    /**
     * Values between two, or a single one.
     *
     * @param from {@code null} if there is no lower end
     * @param to {@code null} if there is no upper end
     */
    public record Span(Literal from, boolean fromIncluded, Literal to, boolean toIncluded) {

        /** The span of a single value. */
        public static Span only(Literal value) {
            return new Span(value, true, value, true);
        }

        /** Whether it is written as a value alone, {@code 3} and not {@code [3..3]}: FEEL compares the two otherwise. */
        boolean written() {
            return from != null && from == to;
        }

        /** Whether it names a single value. */
        public boolean single() {
            return from != null && from.equals(to);
        }
    }

    public CellTest {
        spans = List.copyOf(spans);
    }

    /** Whether it asks anything at all. */
    public boolean asks() {
        return !spans.isEmpty();
    }

    /**
     * Reads a cell.
     *
     * @throws UnreadableCellException if it is in no known form
     */
    public static CellTest read(String cell) {
        return cell.isEmpty() ? ANY : new CellReader(cell).read();
    }
}
