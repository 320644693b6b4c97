package org.yiban.walks;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds for transfers at any moment between two transactions, and once everything is at rest. */
@Component
@Lazy
class TransferInvariants {

    private final Findings findings;
    private final JdbcClient jdbc;

    TransferInvariants(Findings findings, JdbcClient jdbc) {
        this.findings = findings;
        this.jdbc = jdbc;
    }

    /** At any moment; nobody need say anything more for a case to come back to somebody. */
    void hold(List<String> cases) {
        String[] numbers = cases.toArray(String[]::new);
        findings.none("open cases without a task or a timer", """
            select f.case_number from yiban.case_file f where f.case_number = any (?) and f.state = 'OPEN'
            and not exists (select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where split_part(e.business_key_, '/', 1) = f.case_number)
            and not exists (select from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where split_part(e.business_key_, '/', 1) = f.case_number and j.retries_ > 0 and j.suspension_state_ = 1)
            """, numbers);
        findings.none("months that a record holds twice", """
            select person_id || ' ' || pool || ' ' || month from yiban.contribution_month
            where transferred_out_on is null and person_id in (
                select person_id from yiban.case_file where case_number = any (?))
            group by person_id, pool, scheme, month having count(*) > 1
            """, numbers);
        findings.none("orders for gaps that nobody chose to pay", """
            select o.order_key from yiban.collection_order o where o.case_number = any (?)
            and not exists (select from yiban.benefit_gap g
                where g.case_number = o.case_number and (split_part(o.order_key, '/', 3)::int < g.first_order
                    or g.to_pay and g.amount >= o.amount))
            """, numbers);
        findings.none("gaps that have received another amount than their orders brought", """
            select g.case_number from yiban.benefit_gap g where g.case_number = any (?) and not g.waiting
            and g.received <> (select coalesce(sum(o.collected), 0) from yiban.collection_order o
                where o.case_number = g.case_number and split_part(o.order_key, '/', 3)::int >= g.first_order)
            """, numbers);
        findings.none("payments to other pools of what no account gave", """
            select o.order_key from yiban.payment_order o where o.case_number = any (?)
            and not exists (select from yiban.balance_move m
                where m.case_number = o.case_number and m.side = 'OUT' and m.moved = o.amount)
            """, numbers);
        findings.none("balances that were credited and did not arrive", """
            select m.case_number from yiban.balance_move m where m.case_number = any (?) and m.credited > (
                select coalesce(sum(a.amount), 0) from yiban.balance_arrival a where a.case_number = m.case_number)
            """, numbers);
        findings.none("payments of balances before their transfers are completed", """
            select o.order_key from yiban.payment_order o join yiban.case_file f using (case_number)
            where o.case_number = any (?) and o.purpose = 'BALANCE_TRANSFER' and f.state <> 'COMPLETED'
            """, numbers);
        findings.none(
                "balances that left an account and neither are paid nor wait for a payment or for finance",
                """
            select m.case_number from yiban.balance_move m where m.case_number = any (?) and m.side = 'OUT'
            and m.moved > 0 and m.outcome is null
            and not exists (select from yiban.payment_order o where o.order_key = m.reference and o.state = 'OPEN')
            and not exists (select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = m.case_number || '/balance')
            """,
                numbers);
        findings.none("balances that an account did not hold in full and nobody settles", """
            select m.case_number from yiban.balance_move m where m.case_number = any (?) and m.moved < m.stated
            and not exists (select from yiban.balance_shortfall s
                where s.case_number = m.case_number and s.amount = m.stated - m.moved
                and (s.settlement is not null or exists (
                    select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                    where e.business_key_ = m.case_number || '/shortfall')))
            """, numbers);
        findings.none("balances that are awaited by nobody and did not arrive", """
            select m.case_number from yiban.balance_move m where m.case_number = any (?) and m.side = 'IN'
            and m.outcome is null
            and not exists (select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = m.case_number || '/balance')
            """, numbers);
        findings.none("cases whose balance moved in another amount than the account", """
            select m.case_number from yiban.balance_move m where m.case_number = any (?)
            and case m.side when 'OUT' then -m.moved else m.credited end
                <> (select coalesce(sum(a.amount), 0) from yiban.account_movement a
                    where a.person_id = m.person_id and a.reference like m.case_number || '/balance%')
            """, numbers);
        findings.none("balances of which more was credited than paid", """
            select i.case_number from yiban.balance_move i
            join yiban.balance_move o on o.reference = i.reference and o.side = 'OUT'
            where i.case_number = any (?) and i.side = 'IN' and i.credited > o.moved
            """, numbers);
        findings.none("cases whose entries do not sum to nothing", """
            select case_number from yiban.ledger_entry where case_number = any (?)
            group by case_number having sum(amount) <> 0
            """, numbers);
        findings.none("relations of one pool and scheme that are open twice", """
            select person_id || ' ' || pool || ' ' || scheme from yiban.enrolment
            where until_day is null and person_id in (
                select person_id from yiban.case_file where case_number = any (?))
            group by person_id, pool, scheme having count(*) > 1
            """, numbers);
    }

    /** Once every message has arrived: no open case waits for nobody, and no closed one goes on. */
    void holdAtRest(List<String> cases) {
        hold(cases);
        String[] numbers = cases.toArray(String[]::new);
        findings.none("cases that do not have one process if they are open", """
            select f.case_number || ' ' || f.state from yiban.case_file f where f.case_number = any (?)
            and f.state = 'OPEN' and 1 <> (select count(*) from act_ru_execution e
                where e.business_key_ = f.case_number and e.parent_id_ is null)
            """, numbers);
        findings.none("balances that were paid to a side which does not await them", """
            select m.case_number from yiban.balance_move m join yiban.transfer t using (case_number)
            where m.case_number = any (?) and m.side = 'OUT' and m.outcome = 'PAID'
            and exists (select from yiban.transfer other where other.conversation_id = t.conversation_id
                and other.case_number <> t.case_number)
            and not exists (select from yiban.balance_move i where i.reference = m.reference and i.side = 'IN')
            """, numbers);
        findings.none("months that were given back and came to no record", """
            select b.case_number from yiban.transfer_take_back b join yiban.transfer t using (case_number)
            where b.case_number = any (?) and b.done_on is not null
            and exists (select from yiban.transfer other where other.conversation_id = t.conversation_id
                and other.case_number <> t.case_number)
            and exists (
                select from unnest(b.months) back (month) where not exists (
                    select from yiban.contribution_month m where m.person_id = t.person_id
                    and m.scheme = t.from_scheme and m.month = back.month and m.transferred_out_on is null))
            """, numbers);
        findings.none("jobs that failed for good", """
            select e.business_key_ || ' ' || j.exception_msg_ from act_ru_job j
            join act_ru_execution e on e.id_ = j.process_instance_id_
            where split_part(e.business_key_, '/', 1) = any (?) and j.retries_ = 0
            """, numbers);
    }

    /** Once every case is closed: what was moved counts once, wherever it stands. */
    void holdAtTheEnd(List<String> cases) {
        holdAtRest(cases);
        findings.none("months that were paid once, moved, and count in two records", """
            select m.person_id || ' ' || m.month from yiban.contribution_month m
            where m.transferred_out_on is null and m.person_id in (
                select person_id from yiban.case_file where case_number = any (?))
            group by m.person_id, m.scheme, m.month, m.paid_in having count(*) > 1
            """, cases.toArray(String[]::new));
        findings.none("months that count in no record any more", """
            select m.person_id || ' ' || m.month from yiban.contribution_month m
            where m.person_id in (select person_id from yiban.case_file where case_number = any (?))
            group by m.person_id, m.scheme, m.month
            having bool_and(m.transferred_out_on is not null) and bool_or(m.pool = m.paid_in)
            """, cases.toArray(String[]::new));
    }
}
