package org.yiban.policy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UncoveredTest {

    private static final int AXES = 4;
    private static final int PIECES = 3;

    /** A box and the boxes that are taken out of it. */
    record Taking(Box within, List<Box> taken) {}

    @Property(tries = 500)
    void aPointIsLeftIfItLiesInTheBoxAndInNoneThatIsTaken(@ForAll("takings") Taking taking) {
        Uncovered left = new Uncovered(taking.within(), taking.taken());
        List<Box> boxes = left.some(Integer.MAX_VALUE);

        for (Box point : points()) {
            boolean open =
                    taking.within().holds(point) && taking.taken().stream().noneMatch(box -> box.holds(point));
            assertThat(boxes.stream().filter(box -> box.holds(point)).count()).isEqualTo(open ? 1 : 0);
        }
        assertThat(left.count()).isEqualTo(boxes.size());
        assertThat(left.isEmpty()).isEqualTo(boxes.isEmpty());
    }

    @Provide
    Arbitrary<Taking> takings() {
        return Arbitraries.randomValue(random -> new Taking(
                box(random, 2),
                IntStream.range(0, random.nextInt(8))
                        .mapToObj(i -> box(random, 4))
                        .toList()));
    }

    private static Box box(Random random, int mostly) {
        List<BitSet> sides = new ArrayList<>();
        for (int axis = 0; axis < AXES; axis++) {
            BitSet side = new BitSet();
            for (int piece = 0; piece < PIECES; piece++) {
                side.set(piece, random.nextInt(mostly) > 0);
            }
            sides.add(side);
        }
        return new Box(sides);
    }

    private static List<Box> points() {
        List<Box> points = new ArrayList<>();
        for (int number = 0; number < Math.pow(PIECES, AXES); number++) {
            List<BitSet> sides = new ArrayList<>();
            for (int axis = 0, rest = number; axis < AXES; axis++, rest /= PIECES) {
                BitSet side = new BitSet();
                side.set(rest % PIECES);
                sides.add(side);
            }
            points.add(new Box(sides));
        }
        return points;
    }
}
