package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** All combinations of the values of some facts, held against rules and gaps. */
final class Sweep {

    private static final long SEED = 20220401;
    private static final int DRAWN = 4;

    private record Place(int axis, BitSet standing) {}

    private final List<SweepCondition> conditions;
    private final List<SweepAxis> axes;
    private final Random random = new Random(SEED);

    Sweep(List<SweepCondition> conditions, List<SweepAxis> axes) {
        this.conditions = conditions;
        this.axes = axes;
    }

    /** How many combinations of classes there are; at most {@link Integer#MAX_VALUE}. */
    int size() {
        long size = 1;
        for (SweepAxis axis : axes) {
            size = Math.min(Integer.MAX_VALUE, size * axis.classes().size());
        }
        return (int) size;
    }

    /** The conditions that hold for a combination of classes. */
    BitSet holding(int[] combination) {
        BitSet holding = new BitSet();
        holding.set(0, conditions.size());
        for (int i = 0; i < combination.length; i++) {
            holding.and(axes.get(i).classes().get(combination[i]).passes());
        }
        return holding;
    }

    /** Facts of a combination, a value of each class drawn anew. */
    Map<String, Object> facts(int[] combination) {
        Map<String, Object> facts = new HashMap<>();
        for (int i = 0; i < combination.length; i++) {
            facts.put(axes.get(i).fact(), drawn(axes.get(i).classes().get(combination[i])));
        }
        return facts;
    }

    /** Every combination; if there are more than {@code most}, every pair of classes and others that are drawn. */
    void each(int most, Consumer<int[]> visit) {
        if (size() > most) {
            pairs(visit);
            for (int i = 0; i < most / DRAWN; i++) {
                visit.accept(drawn());
            }
        } else {
            each(new int[axes.size()], 0, visit);
        }
    }

    /**
     * Visits one combination for each set of conditions that some combination meets, without trying them one by one:
     * where the same conditions still stand, what follows is the same.
     */
    void eachMeeting(BiConsumer<BitSet, int[]> visit) {
        BitSet all = new BitSet();
        all.set(0, conditions.size());
        meet(0, all, new int[axes.size()], new HashSet<>(), visit);
    }

    private void meet(int axis, BitSet standing, int[] chosen, Set<Place> seen, BiConsumer<BitSet, int[]> visit) {
        if (!seen.add(new Place(axis, standing))) {
            return;
        }
        if (axis == axes.size()) {
            visit.accept(standing, chosen.clone());
            return;
        }
        List<SweepAxis.ValueClass> classes = axes.get(axis).classes();
        for (int i = 0; i < classes.size(); i++) {
            BitSet left = (BitSet) standing.clone();
            left.and(classes.get(i).passes());
            chosen[axis] = i;
            meet(axis + 1, left, chosen, seen, visit);
        }
    }

    private void each(int[] combination, int axis, Consumer<int[]> visit) {
        if (axis == axes.size()) {
            visit.accept(combination.clone());
            return;
        }
        for (int i = 0; i < axes.get(axis).classes().size(); i++) {
            combination[axis] = i;
            each(combination, axis + 1, visit);
        }
    }

    /** Every pair of classes of two facts at least once, the other facts drawn. */
    private void pairs(Consumer<int[]> visit) {
        Set<List<Integer>> met = new LinkedHashSet<>();
        for (int a = 0; a < axes.size(); a++) {
            for (int b = a + 1; b < axes.size(); b++) {
                for (int i = 0; i < axes.get(a).classes().size(); i++) {
                    for (int j = 0; j < axes.get(b).classes().size(); j++) {
                        if (!met.contains(List.of(a, i, b, j))) {
                            int[] combination = drawn();
                            combination[a] = i;
                            combination[b] = j;
                            note(combination, met);
                            visit.accept(combination);
                        }
                    }
                }
            }
        }
    }

    private static void note(int[] combination, Set<List<Integer>> met) {
        for (int a = 0; a < combination.length; a++) {
            for (int b = a + 1; b < combination.length; b++) {
                met.add(List.of(a, combination[a], b, combination[b]));
            }
        }
    }

    private int[] drawn() {
        return axes.stream()
                .mapToInt(axis -> random.nextInt(axis.classes().size()))
                .toArray();
    }

    private Object drawn(SweepAxis.ValueClass values) {
        return values.values().get(random.nextInt(values.values().size()));
    }

    /** The facts that conditions ask, in order. */
    static List<String> asked(List<SweepCondition> conditions) {
        Set<String> asked = new LinkedHashSet<>();
        conditions.forEach(condition -> asked.addAll(condition.cells().keySet()));
        return new ArrayList<>(asked);
    }

    /** The tests by which conditions ask for a fact. */
    static Set<String> tests(String fact, List<SweepCondition> conditions) {
        Set<String> tests = new LinkedHashSet<>();
        conditions.forEach(condition -> condition.on(fact).forEach(cell -> tests.add(cell.test())));
        return tests;
    }
}
