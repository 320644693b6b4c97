package org.yiban.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds for the money of refunds at any moment between two transactions, and once everything is at rest. */
@Component
@Lazy
class RefundInvariants {

    private final Findings findings;
    private final JdbcClient jdbc;
    private final PartnersOfWalks partners;

    RefundInvariants(Findings findings, JdbcClient jdbc, PartnersOfWalks partners) {
        this.findings = findings;
        this.jdbc = jdbc;
        this.partners = partners;
    }

    /** At any moment. */
    void hold(List<WalkedCase> cases) {
        String[] numbers = cases.stream().map(WalkedCase::number).toArray(String[]::new);
        theLedgerSumsToNothing(numbers);
        noMonthIsGivenBackTwiceNorMoreThanWasPaid(numbers);
        everyOrderHasOneOutcomeOrIsOpen(numbers);
        whatWasRecoveredIsInTheLedger(numbers);
        onlyWhatWasApprovedHasLeft(numbers);
        assertThat(partners.askedTwice().stream()
                        .filter(order -> cases.stream().anyMatch(each -> order.startsWith(each.number()))))
                .as("payments that were asked for when they were paid")
                .isEmpty();
    }

    /** Once every message has arrived: no open case waits for nobody, and no closed one has anything under way. */
    void holdAtRest(List<WalkedCase> cases) {
        hold(cases);
        String[] numbers = cases.stream().map(WalkedCase::number).toArray(String[]::new);
        nobodyWaitsForNothing(numbers);
        nothingIsUnderWayForClosedCases(numbers);
    }

    /** Once every case is closed: who was paid is who was to be paid. */
    void holdAtTheEnd(List<WalkedCase> cases) {
        holdAtRest(cases);
        for (WalkedCase each : cases) {
            for (Order order : orders(each.number())) {
                assertThat(order.state()).as(order.key()).isIn("PAID", "CANCELLED");
                assertThat(partners.hasPaid(order.key()))
                        .as("whether %s, which is %s, was paid outside", order.key(), order.state())
                        .isEqualTo(order.state().equals("PAID"));
            }
        }
        String[] numbers = cases.stream().map(WalkedCase::number).toArray(String[]::new);
        findings.none("cases that are completed and paid another amount than was decided", """
                select r.case_number from yiban.refund r join yiban.case_file f on f.case_number = r.case_number
                where r.case_number = any (?) and r.round = 1 and f.state = 'COMPLETED'
                and r.amount - r.deducted is distinct from (select sum(o.amount) from yiban.payment_order o
                    where o.case_number = r.case_number and o.state = 'PAID')
                """, numbers);
        findings.none("cases that are completed and have less recovered and deducted than was to be", """
                select r.case_number from yiban.refund r join yiban.case_file f on f.case_number = r.case_number
                where r.case_number = any (?) and r.round = 1 and f.state = 'COMPLETED'
                and r.recovered + r.deducted <> r.clawback
                """, numbers);
        findings.none("payments that all came back as duplicates of each other", """
                select p.person_id::text from yiban.month_claim c join yiban.payment p on p.id = c.payment_id
                join yiban.refund r on r.case_number = c.case_number
                where c.case_number = any (?) and c.released_at is null and r.reason = 'DUPLICATE_PAYMENT'
                group by p.person_id, c.month
                having count(*) >= (select count(*) from yiban.payment q where q.person_id = p.person_id
                    and c.month between q.from_month and q.to_month)
                """, numbers);
    }

    private void theLedgerSumsToNothing(String[] numbers) {
        findings.none("cases whose entries do not sum to nothing", """
                select case_number from yiban.ledger_entry where case_number = any (?)
                group by case_number having sum(amount) <> 0
                """, numbers);
    }

    private void noMonthIsGivenBackTwiceNorMoreThanWasPaid(String[] numbers) {
        findings.none("payments of which more is given back than was paid", """
                select p.reference from yiban.month_claim c join yiban.payment p on p.id = c.payment_id
                where c.released_at is null and p.id in (select payment_id from yiban.refund where case_number = any (?))
                group by p.id having sum(c.amount) > p.personal_amount
                """, numbers);
        findings.none("months that were given back twice", """
                select c.payment_id || ' ' || c.month from yiban.month_claim c
                join yiban.payment_order o on o.id = c.order_id and o.state = 'PAID'
                where c.payment_id in (select payment_id from yiban.refund where case_number = any (?))
                group by c.payment_id, c.month having count(*) > 1
                """, numbers);
        findings.none("paid orders that pay other months than they claim", """
                select o.order_key from yiban.payment_order o
                left join yiban.month_claim c on c.order_id = o.id and c.released_at is null
                where o.state = 'PAID' and o.case_number = any (?)
                group by o.id having sum(c.amount) is distinct from o.amount
                """, numbers);
    }

    private void everyOrderHasOneOutcomeOrIsOpen(String[] numbers) {
        findings.none("orders whose postings do not tell their story", """
                select o.order_key || ' ' || o.state || ' ' || string_agg(l.kind, ' ' order by l.id)
                from yiban.payment_order o left join yiban.ledger_posting l on l.order_id = o.id
                where o.case_number = any (?) group by o.id
                having count(*) filter (where l.kind = 'ORDERED') <> 1
                    or count(*) filter (where l.kind = 'PAID') <> (o.state = 'PAID')::int
                        + count(*) filter (where l.kind = 'REVERSED')
                    or count(*) filter (where l.kind = 'CANCELLED') <> (o.state = 'CANCELLED')::int
                    or count(*) filter (where l.kind = 'SENT') <> (o.state in ('SENT', 'UNKNOWN'))::int
                        + count(*) filter (where l.kind in ('PAID', 'RETURNED'))
                    or bool_or(l.amount <> o.amount)
                """, numbers);
    }

    private void whatWasRecoveredIsInTheLedger(String[] numbers) {
        findings.none("cases whose ledger tells of another recovery", """
                select r.case_number from yiban.refund r where r.case_number = any (?) and r.recovered <> (
                    select coalesce(sum(l.amount), 0) from yiban.ledger_posting l where l.case_number = r.case_number
                    and l.kind in ('RECOVERED_FROM_ACCOUNT', 'COLLECTION_RECOVERED'))
                """, numbers);
        findings.none("personal accounts that gave what the ledger does not know", """
                select r.case_number from yiban.refund r where r.case_number = any (?) and (
                    select coalesce(sum(a.amount), 0) from yiban.account_recovery a
                    where a.reference like r.case_number || '/account/%') <> (
                    select coalesce(sum(l.amount), 0) from yiban.ledger_posting l
                    where l.case_number = r.case_number and l.kind = 'RECOVERED_FROM_ACCOUNT')
                """, numbers);
        findings.none("collection orders whose postings do not tell their story", """
                select o.order_key || ' ' || o.state from yiban.collection_order o
                left join yiban.ledger_posting l on l.collection_id = o.id where o.case_number = any (?) group by o.id
                having coalesce(sum(l.amount) filter (where l.kind = 'COLLECTION_ORDERED'), 0) <> o.amount
                    or coalesce(sum(l.amount) filter (where l.kind = 'COLLECTED'), 0) <> o.collected
                    or coalesce(sum(l.amount) filter (where l.kind = 'COLLECTION_RECOVERED'), 0) <> o.collected
                    or coalesce(sum(l.amount) filter (where l.kind = 'COLLECTION_EXPIRED'), 0)
                        <> case o.state when 'OPEN' then 0 else o.amount - o.collected end
                """, numbers);
    }

    private void onlyWhatWasApprovedHasLeft(String[] numbers) {
        List<String> taken = jdbc.sql("""
                        select distinct b.number from yiban.payment_batch b
                        join yiban.payment_batch_line l on l.batch = b.number
                        join yiban.payment_order o on o.id = l.order_id
                        where o.case_number = any (?) and b.left_at is null
                        """).param(numbers).query(String.class).list();
        taken.retainAll(partners.batchesTaken());
        assertThat(taken)
                .as("batches whose file treasury has before it was sent")
                .isEmpty();
    }

    /**
     * An open case has one process, and waits for a person, for the rest of an account, for finance to draw up a batch, or in
     * a batch that waits for a person or a day.
     */
    private void nobodyWaitsForNothing(String[] numbers) {
        findings.none("cases that do not have one process if they are open, none if they are closed", """
                select f.case_number || ' ' || f.state from yiban.case_file f where f.case_number = any (?)
                and (f.state = 'OPEN')::int <> (select count(*) from act_ru_execution e
                    where e.business_key_ = f.case_number and e.parent_id_ is null)
                """, numbers);
        findings.none("open cases that wait for nobody", """
                select f.case_number || ' ' || coalesce(string_agg(o.state, ','), '-') from yiban.case_file f
                left join yiban.payment_order o on o.case_number = f.case_number
                where f.case_number = any (?) and f.state = 'OPEN'
                and not exists (select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                    where e.business_key_ in (f.case_number, f.case_number || '/referral'))
                and not exists (select from yiban.collection_order c
                    where c.case_number = f.case_number and c.state = 'OPEN')
                and not exists (select from yiban.payment_order p
                    where p.case_number = f.case_number and p.state = 'OPEN')
                and not exists (select from yiban.payment_order p join yiban.payment_batch_line l on l.order_id = p.id
                    join act_ru_execution e on e.business_key_ = l.batch
                    left join act_ru_task t on t.proc_inst_id_ = e.id_
                    left join act_ru_job j on j.process_instance_id_ = e.id_ and j.retries_ > 0
                    where p.case_number = f.case_number and p.state in ('BATCHED', 'SENT', 'UNKNOWN')
                    and (t.id_ is not null or j.id_ is not null))
                group by f.case_number
                """, numbers);
    }

    private void nothingIsUnderWayForClosedCases(String[] numbers) {
        findings.none("closed cases with money under way", """
                select f.case_number from yiban.case_file f where f.case_number = any (?) and f.state <> 'OPEN'
                and (exists (select from yiban.payment_order o
                        where o.case_number = f.case_number and o.settled_at is null)
                    or exists (select from yiban.collection_order o
                        where o.case_number = f.case_number and o.state = 'OPEN'))
                """, numbers);
        findings.none("closed cases that hold months which they did not give back", """
                select distinct f.case_number from yiban.case_file f
                join yiban.month_claim c on c.case_number = f.case_number
                left join yiban.payment_order o on o.id = c.order_id
                where f.case_number = any (?) and f.state <> 'OPEN' and c.released_at is null
                and o.state is distinct from 'PAID'
                """, numbers);
    }

    private List<Order> orders(String number) {
        return jdbc.sql("select order_key, state from yiban.payment_order where case_number = ?")
                .param(number)
                .query((row, i) -> new Order(row.getString(1), row.getString(2)))
                .list();
    }

    private record Order(String key, String state) {}
}
