package org.yiban.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import org.yiban.YibanTest;
import org.yiban.walks.TransferMove.Act;

/**
 * What holds for transfers and relations that stand twice however people, other agencies and time play together. In the
 * end everybody does what they have to, and every case closes.
 */
@YibanTest
abstract class TransferWalks {

    @Autowired
    TransferWorld world;

    @Autowired
    TransferInvariants invariants;

    TransferWalks() {
        try {
            new TestContextManager(getClass()).prepareTestInstance(this);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Several people, each of whom may apply again. */
    @Provide
    Arbitrary<List<TransferMove>> moves() {
        return moves(3, 15, 40);
    }

    /** As a rule one person, so that many walks are taken in the time of a few. */
    @Provide
    Arbitrary<List<TransferMove>> fewMoves() {
        return moves(1, 4, 16);
    }

    private static Arbitrary<List<TransferMove>> moves(int applications, int fewest, int most) {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(applications, Act.REGISTER),
                Tuple.of(10, Act.WORK),
                Tuple.of(12, Act.WORK_AS_USUAL),
                Tuple.of(1, Act.WITHDRAW),
                Tuple.of(1, Act.DIE),
                Tuple.of(1, Act.OBJECT),
                Tuple.of(1, Act.REOPEN),
                Tuple.of(1, Act.CORRECT),
                Tuple.of(1, Act.PAPER),
                Tuple.of(1, Act.PAY),
                Tuple.of(8, Act.EXCHANGE),
                Tuple.of(1, Act.TIME),
                Tuple.of(1, Act.LATE),
                Tuple.of(2, Act.COLLECT),
                Tuple.of(2, Act.BEHAVE));
        // Every choice as likely as any other: what is decided rarely stands at the end of its range.
        Arbitrary<Integer> choices =
                Arbitraries.integers().between(0, Move.MOST).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(acts, choices)
                .as(TransferMove::new)
                .list()
                .ofMinSize(fewest)
                .ofMaxSize(most);
    }

    void walk(List<TransferMove> moves) {
        world.begin();
        world.make(new TransferMove(Act.REGISTER, moves.size()));
        moves.forEach(world::make);
        invariants.hold(world.numbers());

        world.comeToRest();
        invariants.holdAtRest(world.numbers());

        assertThat(world.bringToEnd())
                .as("cases that could not be brought to an end")
                .isEmpty();
        invariants.holdAtTheEnd(world.numbers());
    }
}
