-- Benefits across a transfer: the gap, what the applicant chose, and money that closes no gap. Balances that move.
create table yiban.benefit_gap (
    case_number   text           primary key references yiban.case_file (case_number),
    pool          text           not null,
    person_id     bigint         not null references yiban.person (id),
    facts         jsonb          not null,
    quotes        jsonb,
    to_pay        boolean,
    amount        numeric(14, 2) check (amount > 0),
    amount_source text,
    counts_until  date,
    orders        integer        not null default 0 check (orders >= 0),
    waiting       boolean        not null default false,
    received      numeric(14, 2) not null default 0 check (received >= 0),
    received_on   date,
    outcome       text           check (outcome in ('NO_GAP', 'NOT_PAYABLE', 'DECLINED', 'PAID', 'PAID_FOR_YEARS',
        'LATE_KEPT', 'LATE_RETURNED', 'PARTLY', 'EXPIRED', 'ABANDONED')),
    check ((amount is null) = (amount_source is null)),
    check (orders = 0 or amount is not null),
    check (amount is null or received <= amount)
);
comment on table yiban.benefit_gap is '待遇衔接: the gap in benefits of a transfer-in, one a case; walls: pool';
comment on column yiban.benefit_gap.quotes is 'what the tables say each way it may go; null until they were asked';
comment on column yiban.benefit_gap.counts_until is 'last day on which the money covers the gap; null if it never does';

create table yiban.gap_money (
    id          bigint         generated always as identity primary key,
    case_number text           not null references yiban.case_file (case_number),
    order_key   text           not null,
    why         text           not null check (why in ('TWICE', 'LATE', 'PARTLY', 'UNEXPECTED')),
    amount      numeric(14, 2) not null check (amount > 0),
    receipt     text           not null,
    received_on date           not null,
    refund_case text           references yiban.case_file (case_number),
    note        text,
    settled_by  text,
    settled_at  timestamptz,
    unique (order_key, receipt),
    check ((settled_by is null) = (settled_at is null)),
    check (settled_at is null or num_nonnulls(refund_case, note) > 0)
);
comment on table yiban.gap_money is 'money that came for a gap and closes none: to be returned; once settled, by which refund or how else';
create index gap_money_case on yiban.gap_money (case_number);

alter table yiban.collection_order add column received_on date;
comment on column yiban.collection_order.received_on is 'the day on which the money came in, as the tax bureau or finance says; null where nothing came in';

create table yiban.account_movement (
    reference text           primary key,
    person_id bigint         not null,
    pool      text           not null,
    amount    numeric(12, 2) not null,
    moved_on  date           not null,
    foreign key (person_id, pool) references yiban.personal_account
);
create index account_movement_of_account on yiban.account_movement (person_id, pool);
comment on table yiban.account_movement is '个人账户转移: what moved out of an account (negative) or was credited to it, one row a reference, so that nothing moves twice';
