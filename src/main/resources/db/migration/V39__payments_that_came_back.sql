-- 退汇: a payment that the payee's bank returns after the treasury has paid. The order stands as rejected again, and its
-- ledger says so: paid less returned is nothing or the amount, never more.
alter table yiban.payment_result add column after_payment boolean not null default false;
comment on column yiban.payment_result.after_payment is 'whether the payment had arrived before it came back';

alter table yiban.ledger_posting drop constraint ledger_posting_check;
alter table yiban.ledger_posting add constraint ledger_posting_check check ((kind, debit, credit) in (
    ('ORDERED', 'REFUND_EXPENSE', 'PAYABLE'), ('SENT', 'PAYABLE', 'IN_TRANSIT'),
    ('PAID', 'IN_TRANSIT', 'TREASURY'), ('RETURNED', 'IN_TRANSIT', 'PAYABLE'), ('REVERSED', 'TREASURY', 'PAYABLE'),
    ('CANCELLED', 'PAYABLE', 'REFUND_EXPENSE'), ('RECOVERED_FROM_ACCOUNT', 'PERSONAL_ACCOUNTS', 'RECOVERED'),
    ('COLLECTION_ORDERED', 'RECEIVABLE', 'RECOVERY_DUE'), ('COLLECTED', 'TREASURY', 'RECEIVABLE'),
    ('COLLECTION_RECOVERED', 'RECOVERY_DUE', 'RECOVERED'), ('COLLECTION_EXPIRED', 'RECOVERY_DUE', 'RECEIVABLE')));
alter table yiban.ledger_posting drop constraint ledger_posting_check1;
alter table yiban.ledger_posting add constraint ledger_posting_check1 check (
    (order_id is not null) = (kind in ('ORDERED', 'SENT', 'PAID', 'RETURNED', 'REVERSED', 'CANCELLED')));

drop index yiban.ledger_posting_paid_once;

-- Whoever posts has locked the order.
create function yiban.check_paid_once() returns trigger language plpgsql as $$
declare
    paid integer;
    cancelled integer;
begin
    select count(*) filter (where kind = 'PAID') - count(*) filter (where kind = 'REVERSED'),
        count(*) filter (where kind = 'CANCELLED')
    into paid, cancelled
    from yiban.ledger_posting where order_id = new.order_id;
    if cancelled > 0 or paid <> (new.kind = 'REVERSED')::integer then
        raise exception 'an order is paid once (% refused)', new.kind using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger ledger_posting_paid_once before insert on yiban.ledger_posting
    for each row when (new.kind in ('PAID', 'CANCELLED', 'REVERSED')) execute function yiban.check_paid_once();

create or replace function yiban.guard_payment_order() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'payment orders stay (% refused)', tg_op;
    end if;
    if (new.id, new.order_key, new.case_number, new.pool, new.person_id, new.purpose, new.amount, new.issued_at)
        is distinct from
        (old.id, old.order_key, old.case_number, old.pool, old.person_id, old.purpose, old.amount, old.issued_at) then
        raise exception 'what order % pays is never changed', old.order_key;
    end if;
    if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
        'OPEN>BATCHED', 'BATCHED>OPEN', 'BATCHED>SENT', 'SENT>PAID', 'SENT>REJECTED', 'SENT>UNKNOWN', 'SENT>OPEN',
        'UNKNOWN>PAID', 'UNKNOWN>REJECTED', 'UNKNOWN>OPEN', 'PAID>REJECTED', 'REJECTED>OPEN', 'OPEN>CANCELLED',
        'REJECTED>CANCELLED']) then
        raise exception 'order % does not go from % to %', old.order_key, old.state, new.state;
    end if;
    if old.state = 'CANCELLED' or old.state = 'PAID' and new.state <> 'REJECTED' then
        raise exception 'order % is settled', old.order_key;
    end if;
    return new;
end $$;

-- A hint is for the person who asked: the answer over HTTP says it.
create or replace function yiban.check_claims() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    perform from yiban.payment where id in (select payment_id from claimed) order by id for no key update;
    select c.payment_id, c.month into wrong
    from claimed c join yiban.payment p on p.id = c.payment_id,
        lateral (select (extract(year from age(p.to_month, p.from_month)) * 12
            + extract(month from age(p.to_month, p.from_month)) + 1)::integer as months) span
    where c.month < p.from_month or c.month > p.to_month or c.amount - p.personal_amount / span.months >= 0.02
    limit 1;
    if found then
        raise exception 'month % of payment % was not paid for, or less was paid', wrong.month, wrong.payment_id
            using errcode = 'check_violation',
                hint = format('%s 月不在这笔缴费之内，或者超出当月所缴，不能退', to_char(wrong.month, 'YYYY-MM'));
    end if;
    select p.id as payment_id into wrong
    from yiban.payment p
    where p.id in (select payment_id from claimed) and p.personal_amount < (
        select sum(c.amount) from yiban.month_claim c where c.payment_id = p.id and c.released_at is null)
    limit 1;
    if found then
        raise exception 'more is claimed of payment % than was paid', wrong.payment_id
            using errcode = 'check_violation', hint = '各案所退合计超出这笔缴费的个人缴费，不能退';
    end if;
    return null;
end $$;
