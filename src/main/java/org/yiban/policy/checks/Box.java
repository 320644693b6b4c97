package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A set of questions: on each axis a set of pieces, all combinations of which are meant. A rule is such a box, and so is
 * the overlap of two.
 */
record Box(List<BitSet> sides) {

    private static final int FAR = 1000;

    Box {
        sides = List.copyOf(sides);
    }

    boolean isEmpty() {
        return sides.stream().anyMatch(BitSet::isEmpty);
    }

    BitSet side(int axis) {
        return sides.get(axis);
    }

    Box and(Box other) {
        List<BitSet> both = new ArrayList<>();
        for (int axis = 0; axis < sides.size(); axis++) {
            BitSet side = (BitSet) side(axis).clone();
            side.and(other.side(axis));
            both.add(side);
        }
        return new Box(both);
    }

    boolean meets(Box other) {
        for (int axis = 0; axis < sides.size(); axis++) {
            if (!side(axis).intersects(other.side(axis))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it and another have nothing in common on one axis only. */
    boolean missesByOne(Box other) {
        int missed = 0;
        for (int axis = 0; axis < sides.size(); axis++) {
            if (!side(axis).intersects(other.side(axis))) {
                missed++;
            }
        }
        return missed == 1;
    }

    /** How unlike another box it is: on how many axes they differ, then how many pieces lie between them. */
    int distance(Box other) {
        int differing = 0;
        int between = 0;
        for (int axis = 0; axis < sides.size(); axis++) {
            BitSet one = side(axis);
            BitSet two = other.side(axis);
            differing += one.equals(two) ? 0 : 1;
            if (!one.intersects(two)) {
                between += Math.max(one.nextSetBit(0) - two.length(), two.nextSetBit(0) - one.length()) + 1;
            }
        }
        return differing * FAR + between;
    }

    /** Whether it takes in all of another. */
    boolean holds(Box other) {
        for (int axis = 0; axis < sides.size(); axis++) {
            if (!holds(axis, other.side(axis))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it takes in all of a side. */
    boolean holds(int axis, BitSet side) {
        BitSet outside = (BitSet) side.clone();
        outside.andNot(side(axis));
        return outside.isEmpty();
    }

    /** The same box with another side. */
    Box with(int axis, BitSet side) {
        List<BitSet> changed = new ArrayList<>(sides);
        changed.set(axis, side);
        return new Box(changed);
    }
}
