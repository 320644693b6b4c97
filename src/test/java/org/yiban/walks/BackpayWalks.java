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
import org.yiban.walks.BackpayMove.Act;

/**
 * What holds for retirements, the plans behind them and employers' arrears however people, the tax bureau and time play
 * together. In the end everybody does what they have to, and every case closes.
 */
@YibanTest
abstract class BackpayWalks {

    @Autowired
    BackpayWorld world;

    @Autowired
    BackpayInvariants invariants;

    BackpayWalks() {
        try {
            new TestContextManager(getClass()).prepareTestInstance(this);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Several people. */
    @Provide
    Arbitrary<List<BackpayMove>> moves() {
        return moves(2, 20, 45);
    }

    /** As a rule one person, so that many walks are taken in the time of a few. */
    @Provide
    Arbitrary<List<BackpayMove>> fewMoves() {
        return moves(1, 6, 22);
    }

    private static Arbitrary<List<BackpayMove>> moves(int applications, int fewest, int most) {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(applications, Act.REGISTER),
                Tuple.of(applications, Act.REGISTER_ARREARS),
                Tuple.of(10, Act.WORK),
                Tuple.of(12, Act.WORK_AS_USUAL),
                Tuple.of(7, Act.TAX_BUREAU),
                Tuple.of(1, Act.MONTHS),
                Tuple.of(1, Act.WITHDRAW),
                Tuple.of(1, Act.DIE),
                Tuple.of(4, Act.OBJECT),
                Tuple.of(1, Act.END_PLAN),
                Tuple.of(2, Act.TIME));
        // Every choice as likely as any other: what is decided rarely stands at the end of its range.
        Arbitrary<Integer> choices =
                Arbitraries.integers().between(0, Move.MOST).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(acts, choices)
                .as(BackpayMove::new)
                .list()
                .ofMinSize(fewest)
                .ofMaxSize(most);
    }

    void walk(List<BackpayMove> moves) {
        world.begin();
        try {
            Act first = moves.size() % 4 == 0 ? Act.REGISTER_ARREARS : Act.REGISTER;
            world.make(new BackpayMove(first, moves.get(0).choice()));
            moves.forEach(world::make);
            invariants.hold(world.numbers());

            assertThat(world.bringToEnd())
                    .as("processes that could not be brought to an end")
                    .isEmpty();
            invariants.holdAtTheEnd(world.numbers());
        } finally {
            world.end();
        }
    }
}
