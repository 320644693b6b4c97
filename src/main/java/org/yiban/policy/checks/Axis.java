package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.yiban.policy.FactType;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;

/**
 * A fact as one dimension of the space of all questions: its values cut into the fewest pieces such that every cell
 * takes each piece whole or leaves it whole. So a set of pieces is exact, whatever the values.
 */
final class Axis {

    private record Piece(long from, long to) {}

    private final Scale scale;
    private final List<Piece> pieces = new ArrayList<>();
    private final boolean nothing;
    private final Map<CellTest, BitSet> passing = new HashMap<>();

    /** Cuts a fact's values by all cells that ask for it; cells that name values it cannot have are not among them. */
    Axis(Scale scale, List<CellTest> cells) {
        this.scale = scale;
        this.nothing = scale.mayBeNothing();
        cells.forEach(cell -> cell.spans().forEach(span -> ends(span).forEach(scale::place)));
        long least = scale.least();
        long most = scale.most();
        TreeSet<Long> starts = new TreeSet<>(List.of(least));
        for (CellTest cell : cells) {
            for (CellTest.Span span : cell.spans()) {
                if (isNothing(span)) {
                    continue;
                }
                Piece piece = piece(span);
                starts.add(Math.max(piece.from(), least));
                starts.add(piece.to() + 1);
            }
        }
        for (long start : starts.headSet(most, true)) {
            Long next = starts.higher(start);
            pieces.add(new Piece(start, next == null ? most : Math.min(next - 1, most)));
        }
    }

    String name() {
        return scale.fact().name();
    }

    /** Number of pieces; the last is "there is none", where a question may state that. */
    int size() {
        return nothing ? pieces.size() + 1 : pieces.size();
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, size());
        return all;
    }

    /** The pieces that a cell takes; none passes a comparison with nothing. */
    BitSet passing(CellTest cell) {
        return (BitSet) passing.computeIfAbsent(cell, this::judge).clone();
    }

    /** A value of a piece, as a table sees it; {@code null} for none. */
    Object example(int piece) {
        if (piece == pieces.size()) {
            return null;
        }
        Piece chosen = pieces.get(piece);
        boolean openStart = scale.ordered() && piece == 0 && pieces.size() > 1;
        boolean day = scale.fact().type() == FactType.DATE;
        return scale.value(openStart && day ? chosen.to() : chosen.from());
    }

    /** A set of pieces in words: {@code 3..11、24..}. */
    String describe(BitSet set) {
        List<String> words = new ArrayList<>();
        for (int first = set.nextSetBit(0); first >= 0; ) {
            int last = scale.ordered() ? set.nextClearBit(first) - 1 : first;
            if (nothing && last == pieces.size()) {
                last--;
            }
            if (first == pieces.size()) {
                words.add("没有");
                last = first;
            } else {
                words.add(scale.ordered() ? interval(first, last) : listed(first));
            }
            first = set.nextSetBit(last + 1);
        }
        return String.join("、", words);
    }

    private String interval(int first, int last) {
        Piece from = pieces.get(first);
        Piece to = pieces.get(last);
        if (from.from() == to.to()) {
            return String.valueOf(scale.value(from.from()));
        }
        String start = first == 0 && from.from() == scale.least() ? "" : String.valueOf(scale.value(from.from()));
        return start + ".." + (last == pieces.size() - 1 ? "" : scale.value(to.to()));
    }

    private String listed(int piece) {
        Piece chosen = pieces.get(piece);
        return LongStream.rangeClosed(chosen.from(), chosen.to())
                .mapToObj(place -> String.valueOf(scale.value(place)))
                .collect(Collectors.joining("、"));
    }

    private BitSet judge(CellTest cell) {
        BitSet found = new BitSet();
        for (CellTest.Span span : cell.spans()) {
            if (isNothing(span)) {
                found.set(pieces.size());
                continue;
            }
            Piece wanted = piece(span);
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                if (wanted.from() <= piece.from() && piece.to() <= wanted.to()) {
                    found.set(i);
                }
            }
        }
        if (cell.negated()) {
            found.flip(0, size());
        }
        return found;
    }

    /** The places of a span; empty (from after to) if it holds no value. */
    private Piece piece(CellTest.Span span) {
        long from = span.from() == null ? scale.least() : scale.place(span.from()) + (span.fromIncluded() ? 0 : 1);
        long to = span.to() == null ? scale.most() : scale.place(span.to()) - (span.toIncluded() ? 0 : 1);
        return new Piece(from, Math.max(to, from - 1));
    }

    private static boolean isNothing(CellTest.Span span) {
        return span.from() instanceof Literal.Nothing;
    }

    private static List<Literal> ends(CellTest.Span span) {
        List<Literal> ends = new ArrayList<>();
        if (span.from() != null && !isNothing(span)) {
            ends.add(span.from());
        }
        if (span.to() != null && !isNothing(span)) {
            ends.add(span.to());
        }
        return ends;
    }
}
