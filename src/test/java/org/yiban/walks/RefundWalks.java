package org.yiban.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.yiban.YibanTest;
import org.yiban.partners.TreasurySimulator;
import org.yiban.walks.Move.Act;

/**
 * What holds for money however people, partners and a database whose sessions are killed in the middle of a transaction
 * play together.
 */
@YibanTest
abstract class RefundWalks {

    @Autowired
    RefundWorld world;

    @Autowired
    TreasurySimulator treasury;

    @Autowired
    JdbcClient jdbc;

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
                Tuple.of(2, Act.REGISTER),
                Tuple.of(10, Act.WORK),
                Tuple.of(1, Act.SEND_BACK),
                Tuple.of(1, Act.WITHDRAW),
                Tuple.of(3, Act.DRAW_UP),
                Tuple.of(3, Act.EXCHANGE),
                Tuple.of(1, Act.BEHAVE));
        Arbitrary<Integer> kills = Arbitraries.integers().between(-80, 40);
        return Combinators.combine(acts, Arbitraries.integers().between(0, 9), kills)
                .as(Move::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(30);
    }

    void walk(List<Move> moves) {
        world.begin();
        world.make(new Move(Act.REGISTER, 0, -1));
        moves.forEach(world::make);
        world.comeToRest();

        assertTheLedgerSumsToNothing();
        assertNoMonthIsGivenBackTwiceNorMoreThanWasPaid();
        assertEveryOrderHasOneOutcomeOrIsOpen();
        world.numbers().forEach(this::assertNotStuck);
    }

    private void assertTheLedgerSumsToNothing() {
        assertThat(texts("select case_number from yiban.ledger_entry group by case_number having sum(amount) <> 0"))
                .isEmpty();
    }

    private void assertNoMonthIsGivenBackTwiceNorMoreThanWasPaid() {
        assertThat(texts("""
                        select p.reference from yiban.month_claim c join yiban.payment p on p.id = c.payment_id
                        where c.released_at is null group by p.id having sum(c.amount) > p.personal_amount
                        """)).isEmpty();
        assertThat(texts("""
                        select c.payment_id || ' ' || c.month from yiban.month_claim c
                        join yiban.payment_order o on o.id = c.order_id and o.state = 'PAID'
                        group by c.payment_id, c.month having count(*) > 1
                        """)).isEmpty();
        assertThat(texts("""
                        select o.order_key from yiban.payment_order o join yiban.month_claim c on c.order_id = o.id
                        where o.state = 'PAID' group by o.id having sum(c.amount) <> o.amount
                        """)).isEmpty();
    }

    private void assertEveryOrderHasOneOutcomeOrIsOpen() {
        assertThat(texts("""
                        select o.order_key || ' ' || o.state from yiban.payment_order o
                        left join yiban.ledger_posting l on l.order_id = o.id
                        group by o.id having (o.state = 'PAID')::integer
                                <> count(*) filter (where l.kind = 'PAID') - count(*) filter (where l.kind = 'REVERSED')
                            or (o.state = 'CANCELLED')::integer <> count(*) filter (where l.kind = 'CANCELLED')
                        """)).isEmpty();
        assertThat(treasury.askedTwice()).isEmpty();
        for (String number : world.numbers()) {
            texts("select order_key from yiban.payment_order where state = 'PAID' and case_number = '" + number + "'")
                    .forEach(key -> assertThat(treasury.hasPaid(key)).isTrue());
        }
    }

    /** An open case waits for a person, for finance to draw up a batch, or in a batch that waits for a person or a day. */
    private void assertNotStuck(String number) {
        assertThat(texts("""
                        select f.case_number || ' ' || coalesce(o.state, '-') from yiban.case_file f
                        left join yiban.payment_order o on o.case_number = f.case_number
                        where f.case_number = '%1$s' and f.state = 'OPEN' and coalesce(o.state, '') <> 'OPEN'
                        and not exists (select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                            where e.business_key_ in ('%1$s', '%1$s/referral'))
                        and not exists (select from yiban.payment_batch_line l
                            join act_ru_execution e on e.business_key_ = l.batch
                            left join act_ru_task t on t.proc_inst_id_ = e.id_
                            left join act_ru_job j on j.process_instance_id_ = e.id_
                            where l.order_id = o.id and (t.id_ is not null or j.id_ is not null))
                        """.formatted(number))).isEmpty();
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }
}
