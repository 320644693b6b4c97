package org.yiban.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds for retirements, plans and arrears at any moment between two transactions, and once everything is at rest. */
@Component
@Lazy
class BackpayInvariants {

    private final Findings findings;
    private final JdbcClient jdbc;
    private final TaxBureauOfWalks taxBureau;

    BackpayInvariants(Findings findings, JdbcClient jdbc, TaxBureauOfWalks taxBureau) {
        this.findings = findings;
        this.jdbc = jdbc;
        this.taxBureau = taxBureau;
    }

    /** At any moment. */
    void hold(List<String> cases) {
        String[] numbers = cases.toArray(String[]::new);
        theLedgerTellsEveryOrder(numbers);
        whatCameInStaysOrGoesBack(cases);
        noMonthCountsTwice(numbers);
        whatArrearsLeftIsThere(numbers);
        nobodyRetiresTwice(numbers);
        openCasesGoOn(numbers);
    }

    /** Once everybody has done what they had to. */
    void holdAtTheEnd(List<String> cases) {
        hold(cases);
        String[] numbers = cases.toArray(String[]::new);
        findings.none("retirements that were paid another amount than they cost", """
                select b.case_number from yiban.backpay b join yiban.case_file f on f.case_number = b.case_number
                where b.case_number = any (?) and f.state = 'COMPLETED' and b.benefits_from is not null
                and b.received <> coalesce((b.choice ->> 'amount')::numeric, 0)
                """, numbers);
        findings.none("cases that keep money and retire nobody", """
                select b.case_number from yiban.backpay b
                where b.case_number = any (?) and b.benefits_from is null and b.died_on is null and b.received <> 0
                """, numbers);
        findings.none("money that stays and is on no record", """
            select b.case_number from yiban.backpay b where b.case_number = any (?) and b.received > (
                    select coalesce(sum(p.personal_amount), 0) from yiban.backpay_receipt r
                    join yiban.payment p on p.reference = r.payment
                    where r.case_number = b.case_number and r.going_back < r.amount)
                """, numbers);
        findings.none("arrears that are on record and were paid another amount than they cost", """
                select a.case_number from yiban.arrears_case a join yiban.case_file f on f.case_number = a.case_number
                where a.case_number = any (?) and f.state = 'COMPLETED' and a.stop_reason is null
                and a.received <> (a.quote ->> 'principal')::numeric + coalesce((a.quote ->> 'lateFee')::numeric, 0)
                """, numbers);
        findings.none("arrears that are not on record and keep money", """
                select a.case_number from yiban.arrears_case a join yiban.case_file f on f.case_number = a.case_number
                where a.case_number = any (?) and (f.state <> 'COMPLETED' or a.stop_reason is not null)
                and (a.received <> 0 or a.on_record is not null)
                """, numbers);
        findings.none("money that was not given back", """
                select case_number from yiban.backpay_receipt
                where case_number = any (?) and going_back > 0 and settled_at is null
                """, numbers);
        findings.none("plans that run", """
                select case_number from yiban.contribution_plan where case_number = any (?) and state = 'RUNNING'
                """, numbers);
    }

    private void theLedgerTellsEveryOrder(String[] numbers) {
        findings.none("cases whose entries do not sum to nothing", """
                select case_number from yiban.ledger_entry where case_number = any (?)
                group by case_number having sum(amount) <> 0
                """, numbers);
        findings.none("orders whose postings do not tell their story", """
                select o.order_key || ' ' || o.state from yiban.collection_order o
                left join yiban.ledger_posting l on l.collection_id = o.id where o.case_number = any (?) group by o.id
                having coalesce(sum(l.amount) filter (where l.kind = 'CONTRIBUTION_ORDERED'), 0) <> o.amount
                    or coalesce(sum(l.amount) filter (where l.kind = 'COLLECTED'), 0) <> o.collected
                    or coalesce(sum(l.amount) filter (where l.kind = 'CONTRIBUTION_RECEIVED'), 0) <> o.collected
                    or coalesce(sum(l.amount) filter (where l.kind = 'CONTRIBUTION_EXPIRED'), 0)
                        <> case o.state when 'OPEN' then 0 else o.amount - o.collected end
                """, numbers);
        findings.none("cases whose ledger tells of other credits than the personal accounts", """
                select c.case_number from unnest(?::text[]) c(case_number) where (
                    select coalesce(sum(l.amount), 0) from yiban.ledger_posting l
                    where l.case_number = c.case_number and l.kind = 'CONTRIBUTION_CREDITED') <> (
                    select coalesce(sum(m.amount), 0) from yiban.account_movement m
                    where m.reference like c.case_number || '/%')
                """, numbers);
    }

    /** What the tax bureau says while an objection to its order is open counts once that is decided. */
    private void whatCameInStaysOrGoesBack(List<String> cases) {
        for (String number : cases) {
            BigDecimal kept = jdbc.sql(
                            number.startsWith("BJ")
                                    ? "select coalesce(sum(amount), 0) from yiban.backpay_receipt where case_number = ?"
                                    : """
                    select a.received + (select coalesce(sum(m.amount), 0) from yiban.arrears_money m
                        where m.case_number = a.case_number and m.to_return)
                        + (select coalesce(sum(o.collected), 0) from yiban.collection_order o
                            join yiban.case_objection j on j.case_number = o.case_number
                            where o.order_key = a.case_number || '/arrears/' || a.orders and not a.waiting
                            and j.state_before = 'OPEN' and j.decided_at is null)
                    from yiban.arrears_case a where a.case_number = ?
                    """)
                    .param(number)
                    .query(BigDecimal.class)
                    .single();
            assertThat(kept)
                    .as("what came in for %s and is kept", number)
                    .isEqualByComparingTo(taxBureau.tookIn(number));
        }
        String[] numbers = cases.toArray(String[]::new);
        findings.none("cases that keep what goes back, or give back what they keep", """
                select b.case_number from yiban.backpay b where b.case_number = any (?) and b.received <> (
                    select coalesce(sum(r.amount - r.going_back), 0) from yiban.backpay_receipt r
                    where r.case_number = b.case_number)
                """, numbers);
        findings.none("cases of which more is on record than came in", """
            select b.case_number from yiban.backpay b where b.case_number = any (?)
            and (select coalesce(sum(r.amount), 0) from yiban.backpay_receipt r where r.case_number = b.case_number)
            < (select coalesce(sum(p.personal_amount), 0) from yiban.payment p
                where starts_with(p.reference, b.case_number || '-'))
                """, numbers);
        findings.none("money that goes back without anybody who sees to it", """
                select r.case_number || ' ' || r.receipt from yiban.backpay_receipt r
                where r.case_number = any (?) and r.going_back > 0 and r.settled_at is null
                and not exists (select from act_ru_execution e join act_ru_variable v on v.proc_inst_id_ = e.id_
                    where e.business_key_ = r.case_number || '/money' and v.long_ = r.id)
                """, numbers);
    }

    private void noMonthCountsTwice(String[] numbers) {
        findings.none("months that a record holds twice", """
                select person_id || ' ' || pool || ' ' || month from yiban.contribution_month
                where transferred_out_on is null and person_id in (
                    select person_id from yiban.case_file where case_number = any (?))
                group by person_id, pool, scheme, month having count(*) > 1
                """, numbers);
        findings.none("payments that two cases claim back", """
                select payment_id::text from yiban.refund r join yiban.case_file f on f.case_number = r.case_number
                where f.person_id in (select person_id from yiban.case_file where case_number = any (?))
                group by payment_id having count(*) > 1
                """, numbers);
    }

    /** Until an objection takes it back; who retires has other months that were paid late. */
    private void whatArrearsLeftIsThere(String[] numbers) {
        findings.none("months that arrears left on record and that are not there", """
                select a.case_number || ' ' || left_there from yiban.arrears_case a,
                    jsonb_array_elements(a.on_record -> 'runs') kept, jsonb_array_elements_text(kept -> 'months') left_there
                where a.case_number = any (?) and not exists (
                    select from yiban.contribution_month m, jsonb_array_elements(a.runs) run
                    where run ->> 'fact' = kept ->> 'fact' and m.person_id = (run ->> 'personId')::bigint
                    and m.pool = a.pool and to_char(m.month, 'YYYY-MM') = left_there and m.paid_late_on is not null)
                """, numbers);
        findings.none("months paid late that no arrears left there", """
                select m.person_id || ' ' || m.month from yiban.contribution_month m where m.paid_late_on is not null
                and m.person_id in (select (run ->> 'personId')::bigint
                    from yiban.arrears_case a, jsonb_array_elements(a.runs) run where a.case_number = any (?))
                and not exists (select from yiban.case_file f join yiban.backpay b on b.case_number = f.case_number
                    where f.person_id = m.person_id)
                and not exists (select from yiban.arrears_case a, jsonb_array_elements(a.on_record -> 'runs') kept,
                    jsonb_array_elements(a.runs) run
                    where run ->> 'fact' = kept ->> 'fact' and m.person_id = (run ->> 'personId')::bigint
                    and jsonb_exists(kept -> 'months', to_char(m.month, 'YYYY-MM')))
                """, numbers);
    }

    private void nobodyRetiresTwice(String[] numbers) {
        findings.none("people who were retired more often than decided anew", """
                select f.person_id::text from yiban.case_event e join yiban.case_file f on f.case_number = e.case_number
                where f.case_number = any (?) group by f.person_id
                having count(*) filter (where e.step = 'retired')
                    > 1 + count(*) filter (where e.step = 'objectionReopens')
                """, numbers);
        findings.none("people whom the record has retired and no case, or the other way round", """
                select p.id::text from yiban.person p
                join yiban.case_file f on f.person_id = p.id join yiban.backpay b on b.case_number = f.case_number
                where f.case_number = any (?) group by p.id
                having p.retired_insured <> bool_or(b.benefits_from is not null)
                """, numbers);
    }

    /** A case has one process while it is open, and waits for a person, a day or the tax bureau, never for nothing. */
    private void openCasesGoOn(String[] numbers) {
        findings.none("cases that do not have one process if they are open, none if they are closed", """
                select f.case_number || ' ' || f.state from yiban.case_file f where f.case_number = any (?)
                and (f.state = 'OPEN')::int <> (select count(*) from act_ru_execution e
                    where e.business_key_ = f.case_number and e.parent_id_ is null)
                """, numbers);
        findings.none("retirements that take themselves for open and are not, or the other way round", """
                select b.case_number from yiban.backpay b join yiban.case_file f on f.case_number = b.case_number
                where b.case_number = any (?) and b.open <> (f.state = 'OPEN')
                """, numbers);
        findings.none("plans that run without a process, or have one and do not run", """
                select p.case_number || ' ' || p.state from yiban.contribution_plan p where p.case_number = any (?)
                and (p.state = 'RUNNING')::int <> (select count(*) from act_ru_execution e
                    where e.business_key_ = p.case_number || '/plan' and e.parent_id_ is null)
                """, numbers);
        findings.none("processes without a task or a timer", """
                select e.business_key_ from act_ru_execution e
                where split_part(e.business_key_, '/', 1) = any (?) and e.parent_id_ is null
                and e.business_key_ not like '%/supervision'
                and not exists (select from act_ru_task t where t.proc_inst_id_ = e.id_)
                and not exists (select from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                    where j.process_instance_id_ = e.id_ and j.retries_ > 0 and d.act_id_ like 'catch%')
                and not exists (select from act_ru_execution r join act_ru_task t on t.proc_inst_id_ = r.id_
                    where r.business_key_ = e.business_key_ || '/referral')
                """, numbers);
        findings.none("jobs that failed for good", """
                select e.business_key_ || ' ' || j.exception_msg_ from act_ru_job j
                join act_ru_execution e on e.id_ = j.process_instance_id_
                where split_part(e.business_key_, '/', 1) = any (?) and j.retries_ = 0
                """, numbers);
    }
}
