-- What is given back never exceeds what the person paid, a payment as a whole and each of its months (half a cent of
-- rounding a month apart).
alter table yiban.month_claim add foreign key (payment_id) references yiban.payment (id);

create function yiban.check_claims() returns trigger language plpgsql as $$
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
        raise exception 'month % of payment % was not paid for, or less was paid', wrong.month, wrong.payment_id;
    end if;
    select p.id as payment_id into wrong
    from yiban.payment p
    where p.id in (select payment_id from claimed) and p.personal_amount < (
        select sum(c.amount) from yiban.month_claim c where c.payment_id = p.id and c.released_at is null)
    limit 1;
    if found then
        raise exception 'more is claimed of payment % than was paid', wrong.payment_id;
    end if;
    return null;
end $$;
create trigger month_claim_within_payment after insert on yiban.month_claim
    referencing new table as claimed for each statement execute function yiban.check_claims();

create function yiban.guard_month_claim() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.released_at is not null
        or (new.id, new.case_number, new.payment_id, new.month, new.amount)
            is distinct from (old.id, old.case_number, old.payment_id, old.month, old.amount)
        or old.order_id is not null and new.order_id is distinct from old.order_id then
        raise exception 'claims stay as they are until they are released (% refused)', tg_op;
    end if;
    return new;
end $$;
create trigger month_claim_guarded before update or delete on yiban.month_claim
    for each row execute function yiban.guard_month_claim();
create trigger month_claim_table_stays before truncate on yiban.month_claim
    for each statement execute function yiban.guard_month_claim();

-- An order may also come back with its whole batch.
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
        'UNKNOWN>PAID', 'UNKNOWN>REJECTED', 'UNKNOWN>OPEN', 'REJECTED>OPEN', 'OPEN>CANCELLED', 'REJECTED>CANCELLED'])
        then
        raise exception 'order % does not go from % to %', old.order_key, old.state, new.state;
    end if;
    if old.state in ('PAID', 'CANCELLED') then
        raise exception 'order % is settled', old.order_key;
    end if;
    return new;
end $$;

create table yiban.payment_batch (
    number         text           primary key,
    pool           text           not null,
    state          text           not null check (state in ('DRAWN', 'APPROVED', 'REFUSED', 'LEFT', 'RETURNED', 'SETTLED')),
    orders         integer        not null check (orders > 0),
    total          numeric(16, 2) not null check (total > 0),
    settled_orders integer        not null default 0 check (settled_orders between 0 and orders),
    drawn_by       text           not null,
    drawn_at       timestamptz    not null,
    decided_by     text,
    decided_at     timestamptz,
    refusal        text,
    left_at        timestamptz,
    results_due_on date,
    connected      boolean,
    accepted       boolean,
    receipt_at     timestamptz,
    receipt_reason text,
    check (decided_by <> drawn_by),
    check ((state = 'DRAWN') = (decided_by is null)),
    check ((state in ('LEFT', 'RETURNED', 'SETTLED')) = (left_at is not null)),
    check ((accepted is null) = (receipt_at is null)),
    check (state <> 'SETTLED' or settled_orders = orders)
);
comment on table yiban.payment_batch is '付款批次: orders of a pool that leave for the treasury in one file; walls: pool';
comment on column yiban.payment_batch.connected is 'whether the file left through the exchange; false where finance hands it over';
comment on column yiban.payment_batch.accepted is 'whether the treasury took the file; null without a receipt';
create index payment_batch_pool on yiban.payment_batch (pool, drawn_at desc);

create table yiban.payment_batch_line (
    batch    text           not null references yiban.payment_batch (number),
    sequence integer        not null check (sequence > 0),
    order_id bigint         not null references yiban.payment_order (id),
    attempt  integer        not null,
    amount   numeric(14, 2) not null,
    outcome  text           check (outcome in ('PAID', 'REJECTED', 'UNKNOWN', 'RETURNED')),
    primary key (batch, sequence),
    unique (batch, order_id)
) with (fillfactor = 85);
comment on table yiban.payment_batch_line is 'which attempt of which order a batch carries, and what became of it';
create index payment_batch_line_order on yiban.payment_batch_line (order_id);

create table yiban.payment_file (
    batch   text        not null references yiban.payment_batch (number),
    format  text        not null check (format in ('PAIN001', 'CSV')),
    content bytea       not null,
    sha256  text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    made_at timestamptz not null,
    primary key (batch, format)
);
comment on table yiban.payment_file is 'the files of a batch, made once; content is AES-256-GCM, bound to batch and format; sha256 of the file in clear';

create table yiban.result_file (
    id          bigint      generated always as identity primary key,
    pool        text        not null,
    batch       text        references yiban.payment_batch (number),
    format      text        not null check (format in ('PAIN002', 'CSV')),
    name        text        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    refused     text,
    received_at timestamptz not null,
    by_user     text,
    check (refused is not null or batch is not null)
);
comment on table yiban.result_file is 'result files of the treasury; refused says what is wrong with one that was not taken; by_user is null where it came through the exchange';
create unique index result_file_once on yiban.result_file (batch, sha256) where refused is null;
create index result_file_pool on yiban.result_file (pool, id desc);

create table yiban.payment_result (
    file       bigint         not null references yiban.result_file (id),
    row_number integer        not null,
    order_id   bigint         not null references yiban.payment_order (id),
    attempt    integer        not null,
    state      text           not null check (state in ('PAID', 'REJECTED', 'UNKNOWN')),
    amount     numeric(14, 2) not null,
    reason     text,
    effect     text           check (effect in ('SETTLED', 'REPEATED', 'CONTRADICTED')),
    primary key (file, row_number)
) with (fillfactor = 85);
comment on table yiban.payment_result is 'what a result file says of an order; effect is null until it is applied';
create index payment_result_unapplied on yiban.payment_result (file, row_number) where effect is null;
create index payment_result_contradicted on yiban.payment_result (file) where effect = 'CONTRADICTED';

create table yiban.collection_result (
    id            bigint         generated always as identity primary key,
    collection_id bigint         not null references yiban.collection_order (id),
    state         text           not null check (state in ('PAID', 'PARTLY', 'EXPIRED')),
    amount        numeric(14, 2) not null,
    receipt       text,
    effect        text           not null check (effect in ('SETTLED', 'REPEATED', 'CONTRADICTED')),
    by_user       text,
    at            timestamptz    not null
);
comment on table yiban.collection_result is 'what was said of money that was to come in; by_user is null where the tax bureau said it';
create index collection_result_contradicted on yiban.collection_result (collection_id) where effect = 'CONTRADICTED';

create trigger payment_file_only_added_to before update or delete or truncate on yiban.payment_file
    for each statement execute function yiban.refuse_change_of_ledger();
create trigger result_file_only_added_to before update or delete or truncate on yiban.result_file
    for each statement execute function yiban.refuse_change_of_ledger();
create trigger collection_result_only_added_to before update or delete or truncate on yiban.collection_result
    for each statement execute function yiban.refuse_change_of_ledger();

create table yiban.payment_batch_event (
    id      bigint      generated always as identity primary key,
    batch   text        not null references yiban.payment_batch (number),
    text    text        not null,
    by_user text,
    at      timestamptz not null
);
comment on table yiban.payment_batch_event is 'what happened to a batch, only added to; by_user is null for the system';
create index payment_batch_event_batch on yiban.payment_batch_event (batch, id);
create trigger payment_batch_event_only_added_to before update or delete or truncate on yiban.payment_batch_event
    for each statement execute function yiban.refuse_change_of_ledger();

create function yiban.money_state_title(state text) returns text language sql immutable as $$
    select case state
        when 'OPEN' then '待付' when 'BATCHED' then '已编批' when 'SENT' then '已发出' when 'PAID' then '已付'
        when 'REJECTED' then '被退回' when 'UNKNOWN' then '结果不明' when 'CANCELLED' then '已撤销'
        when 'PARTLY' then '部分收到' when 'EXPIRED' then '逾期未收' else state end
$$;
comment on function yiban.money_state_title(text) is 'what people read of the state of an order, in reports made by SQL';
