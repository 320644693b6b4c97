-- What paid arrears left on record is kept, to be taken back after an objection; and what went back to a unit no longer counts
-- as received.
alter table yiban.arrears_case add column on_record jsonb;
comment on column yiban.arrears_case.on_record is 'what it left on record: the day of payment, and by run of months the months and what was credited to the personal account; null while it left nothing';
comment on column yiban.arrears_case.received is 'what came in and stays, yuan';

update yiban.arrears_case a set received = a.received - (
    select coalesce(sum(m.amount), 0) from yiban.arrears_money m
    where m.case_number = a.case_number and m.why in ('STOPPED', 'SURPLUS'));

update yiban.arrears_case a set on_record = jsonb_build_object('paidOn', a.received_on, 'runs', (
    select jsonb_agg(jsonb_build_object(
        'fact', run ->> 'fact',
        'months', (select coalesce(jsonb_agg(to_char(m.month, 'YYYY-MM') order by m.month), '[]'::jsonb)
            from yiban.contribution_month m
            where m.person_id = (run ->> 'personId')::bigint and m.pool = a.pool and m.scheme = 'EMPLOYEE'
            and m.paid_late_on = a.received_on
            and to_char(m.month, 'YYYY-MM') between run ->> 'from' and run ->> 'to'),
        'credited', (select coalesce(sum(moved.amount), 0.00) from yiban.account_movement moved
            where moved.reference = a.case_number || '/' || (run ->> 'fact'))))
    from jsonb_array_elements(a.runs) run))
from yiban.case_file f
where f.case_number = a.case_number and f.state = 'COMPLETED' and a.stop_reason is null and a.received_on is not null;
