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
import org.yiban.walks.Move.Act;

/**
 * What holds for money however people, partners, time and a database whose sessions are killed in the middle of a
 * transaction play together. In the end everybody does what they have to, and every case closes.
 */
@YibanTest
abstract class RefundWalks {

    @Autowired
    RefundWorld world;

    @Autowired
    RefundInvariants invariants;

    RefundWalks() {
        try {
            new TestContextManager(getClass()).prepareTestInstance(this);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(4, Act.REGISTER),
                Tuple.of(20, Act.WORK),
                Tuple.of(1, Act.SEND_BACK),
                Tuple.of(1, Act.WITHDRAW),
                Tuple.of(3, Act.OBJECT),
                Tuple.of(4, Act.DRAW_UP),
                Tuple.of(4, Act.EXCHANGE),
                Tuple.of(2, Act.UPLOAD),
                Tuple.of(2, Act.COLLECT),
                Tuple.of(1, Act.TIME),
                Tuple.of(3, Act.BEHAVE));
        Arbitrary<Integer> kills = Arbitraries.integers().between(-80, 40);
        // Every choice as likely as any other: what is decided rarely stands at the end of its range.
        Arbitrary<Integer> choices =
                Arbitraries.integers().between(0, Move.MOST).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(acts, choices, kills)
                .as(Move::new)
                .list()
                .ofMinSize(15)
                .ofMaxSize(45);
    }

    void walk(List<Move> moves) {
        world.begin();
        world.make(new Move(Act.REGISTER, moves.size(), -1));
        moves.forEach(world::make);
        invariants.hold(world.cases());

        world.comeToRest();
        invariants.holdAtRest(world.cases());

        assertThat(world.bringToEnd())
                .as("cases that could not be brought to an end")
                .isEmpty();
        invariants.holdAtTheEnd(world.cases());
    }
}
