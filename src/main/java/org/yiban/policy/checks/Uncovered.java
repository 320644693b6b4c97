package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What a number of boxes leave of another. One axis after the other is split by which boxes its pieces leave standing;
 * what comes out is a decision diagram, reduced on the way up: where all branches of an axis come to the same, the axis
 * vanishes. A path to its end is a box that nothing covers, and names only the facts that matter.
 */
final class Uncovered {

    private static final int MOST_NODES = 200_000;

    /** Boxes still standing when axes up to a place have been split. */
    private record Place(int depth, BitSet standing) {}

    /** A node of the diagram: to each branch its pieces. {@code COVERED} and {@code OPEN} have none. */
    private record Node(int axis, Map<Node, BitSet> branches, long ways, int hash) {

        static final Node COVERED = new Node(-1, Map.of(), 0, 1);
        static final Node OPEN = new Node(-2, Map.of(), 1, 2);

        static Node of(int axis, Map<Node, BitSet> branches) {
            long ways = branches.keySet().stream().mapToLong(Node::ways).reduce(0, Uncovered::capped);
            int hash = axis;
            for (Map.Entry<Node, BitSet> branch : branches.entrySet()) {
                hash += branch.getKey().hash * 31 + branch.getValue().hashCode();
            }
            return new Node(axis, branches, ways, hash);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Box within;
    private final List<Box> boxes;
    private final List<Integer> order;
    private final Map<Place, Node> seen = new HashMap<>();
    private final Map<Node, Node> known = new HashMap<>();
    private final Node root;
    private boolean complete = true;

    /** Takes boxes out of a box. */
    Uncovered(Box within, List<Box> taken) {
        this.within = within;
        this.boxes = taken.stream().filter(within::meets).toList();
        ToIntFunction<Integer> asked = axis -> (int) boxes.stream()
                .filter(box -> !box.holds(axis, within.side(axis)))
                .count();
        this.order = IntStream.range(0, within.sides().size())
                .boxed()
                .filter(axis -> asked.applyAsInt(axis) > 0)
                .sorted(Comparator.comparingInt(asked).reversed())
                .toList();
        BitSet all = new BitSet();
        all.set(0, boxes.size());
        this.root = within.isEmpty() ? Node.COVERED : split(0, all);
    }

    boolean isEmpty() {
        return complete && root.ways() == 0;
    }

    /** Whether it was small enough to be computed to its end; otherwise there may be more than is told. */
    boolean complete() {
        return complete;
    }

    /** Number of boxes that are left. */
    long count() {
        return root.ways();
    }

    /** Some of the boxes that are left; no two meet. */
    List<Box> some(int most) {
        List<Box> found = new ArrayList<>();
        collect(root, within, most, found);
        return found;
    }

    private Node split(int depth, BitSet standing) {
        if (standing.isEmpty()) {
            return Node.OPEN;
        }
        if (standing.stream().anyMatch(box -> asksNothingFrom(depth, box))) {
            return Node.COVERED;
        }
        Place here = new Place(depth, standing);
        Node node = seen.get(here);
        if (node == null) {
            if (seen.size() >= MOST_NODES) {
                complete = false;
                return Node.COVERED;
            }
            node = branch(depth, standing);
            seen.put(here, node);
        }
        return node;
    }

    private Node branch(int depth, BitSet standing) {
        int axis = order.get(depth);
        Map<BitSet, BitSet> pieces = new LinkedHashMap<>();
        within.side(axis).stream().forEach(piece -> {
            BitSet left = new BitSet();
            standing.stream()
                    .filter(box -> boxes.get(box).side(axis).get(piece))
                    .forEach(left::set);
            pieces.computeIfAbsent(left, key -> new BitSet()).set(piece);
        });
        Map<Node, BitSet> branches = new LinkedHashMap<>();
        pieces.forEach((left, set) -> branches.merge(split(depth + 1, left), set, (one, other) -> {
            one.or(other);
            return one;
        }));
        if (branches.size() == 1) {
            return branches.keySet().iterator().next();
        }
        Node node = Node.of(axis, branches);
        Node same = known.putIfAbsent(node, node);
        return same == null ? node : same;
    }

    private boolean asksNothingFrom(int depth, int box) {
        for (int i = depth; i < order.size(); i++) {
            if (!boxes.get(box).holds(order.get(i), within.side(order.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Node node, Box box, int most, List<Box> found) {
        if (node == Node.OPEN && found.size() < most) {
            found.add(box);
        }
        node.branches().forEach((next, pieces) -> {
            if (next.ways() > 0 && found.size() < most) {
                collect(next, box.with(node.axis(), pieces), most, found);
            }
        });
    }

    private static long capped(long one, long other) {
        return Math.min(one + other, Integer.MAX_VALUE);
    }
}
