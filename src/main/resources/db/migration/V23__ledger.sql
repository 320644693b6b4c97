create table yiban.payment_order (
    id             bigint         generated always as identity primary key,
    order_key      text           not null unique,
    case_number    text           not null references yiban.case_file (case_number),
    pool           text           not null,
    person_id      bigint         not null references yiban.person (id),
    purpose        text           not null check (purpose in ('REFUND')),
    amount         numeric(14, 2) not null check (amount > 0),
    payee_name     text           not null,
    account        bytea          not null,
    account_masked text           not null,
    bank_code      text           not null check (bank_code ~ '^[0-9]{12}$'),
    state          text           not null default 'OPEN'
        check (state in ('OPEN', 'BATCHED', 'SENT', 'PAID', 'REJECTED', 'UNKNOWN', 'CANCELLED')),
    attempt        integer        not null default 1 check (attempt > 0),
    reason         text,
    issued_at      timestamptz    not null,
    settled_at     timestamptz,
    check ((state in ('PAID', 'CANCELLED')) = (settled_at is not null))
) with (fillfactor = 85);
comment on table yiban.payment_order is '付款单: an order to pay, once; walls: pool';
comment on column yiban.payment_order.account is 'account number, AES-256-GCM, bound to order_key';
comment on column yiban.payment_order.attempt is 'counted from 1; another account begins the next';
create index payment_order_case on yiban.payment_order (case_number);
create index payment_order_unsettled on yiban.payment_order (pool, id) where settled_at is null;

create function yiban.guard_payment_order() returns trigger language plpgsql as $$
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
        'OPEN>BATCHED', 'BATCHED>OPEN', 'BATCHED>SENT', 'SENT>PAID', 'SENT>REJECTED', 'SENT>UNKNOWN',
        'UNKNOWN>PAID', 'UNKNOWN>REJECTED', 'REJECTED>OPEN', 'OPEN>CANCELLED', 'REJECTED>CANCELLED']) then
        raise exception 'order % does not go from % to %', old.order_key, old.state, new.state;
    end if;
    if old.state in ('PAID', 'CANCELLED') then
        raise exception 'order % is settled', old.order_key;
    end if;
    return new;
end $$;
create trigger payment_order_guarded before update or delete on yiban.payment_order
    for each row execute function yiban.guard_payment_order();
create trigger payment_order_table_stays before truncate on yiban.payment_order
    for each statement execute function yiban.guard_payment_order();

create table yiban.payment_order_event (
    id       bigint      generated always as identity primary key,
    order_id bigint      not null references yiban.payment_order (id),
    attempt  integer     not null,
    state    text        not null,
    text     text        not null,
    by_user  text,
    at       timestamptz not null
);
comment on table yiban.payment_order_event is 'what happened to an order after it was issued, only added to; by_user is null for the system';
create index payment_order_event_order on yiban.payment_order_event (order_id, id);

create table yiban.month_claim (
    id          bigint         generated always as identity primary key,
    case_number text           not null references yiban.case_file (case_number),
    payment_id  bigint         not null,
    month       date           not null check (extract(day from month) = 1),
    amount      numeric(14, 2) not null check (amount > 0),
    order_id    bigint         references yiban.payment_order (id),
    claimed_at  timestamptz    not null,
    released_at timestamptz
) with (fillfactor = 85);
comment on table yiban.month_claim is 'which case gives back which month of which payment; a month is claimed once as long as the claim lives';
comment on column yiban.month_claim.order_id is 'the order that pays it; null before';
create unique index month_claim_once on yiban.month_claim (payment_id, month) where released_at is null;
create index month_claim_case on yiban.month_claim (case_number);

create table yiban.collection_order (
    id          bigint         generated always as identity primary key,
    order_key   text           not null unique,
    case_number text           not null references yiban.case_file (case_number),
    pool        text           not null,
    person_id   bigint         not null references yiban.person (id),
    amount      numeric(14, 2) not null check (amount > 0),
    last_day    date           not null,
    state       text           not null default 'OPEN' check (state in ('OPEN', 'PAID', 'PARTLY', 'EXPIRED')),
    collected   numeric(14, 2) not null default 0 check (collected >= 0 and collected <= amount),
    receipt     text,
    ordered_at  timestamptz    not null,
    settled_at  timestamptz,
    check ((state = 'OPEN') = (settled_at is null)),
    check (case state when 'PAID' then collected = amount
                      when 'PARTLY' then collected > 0 and collected < amount
                      else collected = 0 end)
);
comment on table yiban.collection_order is '收款单: money that is to come in; walls: pool';
create index collection_order_case on yiban.collection_order (case_number);
create index collection_order_open on yiban.collection_order (pool, last_day) where settled_at is null;

create function yiban.guard_collection_order() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.settled_at is not null
        or (new.id, new.order_key, new.case_number, new.pool, new.person_id, new.amount, new.last_day)
            is distinct from (old.id, old.order_key, old.case_number, old.pool, old.person_id, old.amount, old.last_day) then
        raise exception 'collection orders stay, and once settled as they are (% refused)', tg_op;
    end if;
    return new;
end $$;
create trigger collection_order_guarded before update or delete on yiban.collection_order
    for each row execute function yiban.guard_collection_order();
create trigger collection_order_table_stays before truncate on yiban.collection_order
    for each statement execute function yiban.guard_collection_order();

create table yiban.ledger_posting (
    id            bigint         generated always as identity primary key,
    pool          text           not null,
    case_number   text           not null references yiban.case_file (case_number),
    kind          text           not null,
    debit         text           not null,
    credit        text           not null,
    amount        numeric(14, 2) not null check (amount > 0),
    order_id      bigint         references yiban.payment_order (id),
    attempt       integer,
    collection_id bigint         references yiban.collection_order (id),
    reference     text           not null,
    posted_at     timestamptz    not null,
    check ((kind, debit, credit) in (
        ('ORDERED', 'REFUND_EXPENSE', 'PAYABLE'), ('SENT', 'PAYABLE', 'IN_TRANSIT'),
        ('PAID', 'IN_TRANSIT', 'TREASURY'), ('RETURNED', 'IN_TRANSIT', 'PAYABLE'),
        ('CANCELLED', 'PAYABLE', 'REFUND_EXPENSE'), ('RECOVERED_FROM_ACCOUNT', 'PERSONAL_ACCOUNTS', 'RECOVERED'),
        ('COLLECTION_ORDERED', 'RECEIVABLE', 'RECOVERY_DUE'), ('COLLECTED', 'TREASURY', 'RECEIVABLE'),
        ('COLLECTION_RECOVERED', 'RECOVERY_DUE', 'RECOVERED'), ('COLLECTION_EXPIRED', 'RECOVERY_DUE', 'RECEIVABLE'))),
    check ((order_id is not null) = (kind in ('ORDERED', 'SENT', 'PAID', 'RETURNED', 'CANCELLED'))),
    check ((order_id is null) = (attempt is null)),
    check ((collection_id is not null)
        = (kind in ('COLLECTION_ORDERED', 'COLLECTED', 'COLLECTION_RECOVERED', 'COLLECTION_EXPIRED')))
);
comment on table yiban.ledger_posting is '台账: a transaction a row, which debits one account of the pool and credits another by one amount, so that it sums to nothing whatever is written; only added to';
comment on column yiban.ledger_posting.reference is 'what it rests on: key of the order, batch, receipt, key of the recovery';
create index ledger_posting_case on yiban.ledger_posting (case_number);
create index ledger_posting_pool on yiban.ledger_posting (pool, kind) include (amount);
create unique index ledger_posting_order_once on yiban.ledger_posting (order_id, attempt, kind) where order_id is not null;
create unique index ledger_posting_paid_once on yiban.ledger_posting (order_id) where kind in ('PAID', 'CANCELLED');
create unique index ledger_posting_collection_once on yiban.ledger_posting (collection_id, kind) where collection_id is not null;
create unique index ledger_posting_recovered_once on yiban.ledger_posting (reference) where kind = 'RECOVERED_FROM_ACCOUNT';

create view yiban.ledger_entry as
    select id as posting_id, pool, case_number, debit as account, amount, posted_at from yiban.ledger_posting
    union all
    select id, pool, case_number, credit, -amount, posted_at from yiban.ledger_posting;
comment on view yiban.ledger_entry is 'the two entries of each transaction: debits positive, credits negative';

create function yiban.refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to (% refused)', tg_table_name, tg_op;
end $$;
create trigger ledger_posting_only_added_to before update or delete or truncate on yiban.ledger_posting
    for each statement execute function yiban.refuse_change_of_ledger();
create trigger payment_order_event_only_added_to before update or delete or truncate on yiban.payment_order_event
    for each statement execute function yiban.refuse_change_of_ledger();
