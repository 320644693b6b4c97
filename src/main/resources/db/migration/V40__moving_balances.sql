-- Balances of personal accounts: paid to the other pool, or awaited from it.
alter table yiban.payment_order drop constraint payment_order_purpose_check,
    add constraint payment_order_purpose_check check (purpose in ('REFUND', 'BALANCE_TRANSFER'));

alter table yiban.ledger_posting
    drop constraint ledger_posting_check,
    drop constraint ledger_posting_check1,
    add constraint ledger_posting_check check ((kind, debit, credit) in (
        ('ORDERED', 'REFUND_EXPENSE', 'PAYABLE'), ('SENT', 'PAYABLE', 'IN_TRANSIT'),
        ('PAID', 'IN_TRANSIT', 'TREASURY'), ('RETURNED', 'IN_TRANSIT', 'PAYABLE'), ('REVERSED', 'TREASURY', 'PAYABLE'),
        ('CANCELLED', 'PAYABLE', 'REFUND_EXPENSE'), ('RECOVERED_FROM_ACCOUNT', 'PERSONAL_ACCOUNTS', 'RECOVERED'),
        ('BALANCE_ORDERED', 'PERSONAL_ACCOUNTS', 'PAYABLE'), ('BALANCE_CANCELLED', 'PAYABLE', 'PERSONAL_ACCOUNTS'),
        ('BALANCE_ARRIVED', 'TREASURY', 'ARRIVED_BALANCES'),
        ('BALANCE_CREDITED', 'ARRIVED_BALANCES', 'PERSONAL_ACCOUNTS'),
        ('COLLECTION_ORDERED', 'RECEIVABLE', 'RECOVERY_DUE'), ('COLLECTED', 'TREASURY', 'RECEIVABLE'),
        ('COLLECTION_RECOVERED', 'RECOVERY_DUE', 'RECOVERED'), ('COLLECTION_EXPIRED', 'RECOVERY_DUE', 'RECEIVABLE'))),
    add constraint ledger_posting_check1 check ((order_id is not null) = (kind in ('ORDERED', 'SENT', 'PAID', 'RETURNED',
        'REVERSED', 'CANCELLED', 'BALANCE_ORDERED', 'BALANCE_CANCELLED')));

create or replace function yiban.check_paid_once() returns trigger language plpgsql as $$
declare
    paid integer;
    cancelled integer;
begin
    select count(*) filter (where kind = 'PAID') - count(*) filter (where kind = 'REVERSED'),
        count(*) filter (where kind in ('CANCELLED', 'BALANCE_CANCELLED'))
    into paid, cancelled
    from yiban.ledger_posting where order_id = new.order_id;
    if cancelled > 0 or paid <> (new.kind = 'REVERSED')::integer then
        raise exception 'an order is paid once (% refused)', new.kind using errcode = 'unique_violation';
    end if;
    return new;
end $$;
drop trigger ledger_posting_paid_once on yiban.ledger_posting;
create trigger ledger_posting_paid_once before insert on yiban.ledger_posting
    for each row when (new.kind in ('PAID', 'CANCELLED', 'REVERSED', 'BALANCE_CANCELLED'))
    execute function yiban.check_paid_once();
create unique index ledger_posting_balance_once on yiban.ledger_posting (kind, reference)
    where kind in ('BALANCE_ARRIVED', 'BALANCE_CREDITED');

create table yiban.balance_move (
    case_number text           primary key references yiban.case_file (case_number),
    side        text           not null check (side in ('IN', 'OUT')),
    reference   text           not null,
    pool        text           not null,
    other_pool  text           not null,
    person_id   bigint         not null references yiban.person (id),
    stated      numeric(14, 2) not null check (stated > 0),
    moved       numeric(14, 2) check (moved between 0 and stated),
    credited    numeric(14, 2) not null default 0 check (credited >= 0),
    outcome     text           check (outcome in ('PAID', 'CREDITED', 'DIFFERENT', 'NEVER')),
    unique (reference, side),
    check ((side = 'OUT') = (moved is not null))
);
comment on table yiban.balance_move is '个人账户余额转移 as one side of a transfer keeps it; walls: pool';
comment on column yiban.balance_move.reference is 'the same on both sides, and the key of the payment';
comment on column yiban.balance_move.moved is 'what was taken out of the account here; null on the side that awaits it';

create table yiban.balance_arrival (
    id          bigint         generated always as identity primary key,
    case_number text           not null references yiban.balance_move (case_number),
    amount      numeric(14, 2) not null check (amount > 0),
    receipt     text           not null,
    received_on date           not null,
    by_user     text,
    recorded_at timestamptz    not null,
    unique (case_number, receipt)
);
comment on table yiban.balance_arrival is 'what arrived of a balance, by receipt, only added to; by_user is null where the treasury said it';
create trigger balance_arrival_only_added_to before update or delete or truncate on yiban.balance_arrival
    for each statement execute function yiban.refuse_change_of_ledger();
