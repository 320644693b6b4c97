-- Retirement: who is retired insured, how a gap in years is closed, and contributions that come in for it.
create table yiban.benefit_start (
    id             bigint      generated always as identity primary key,
    enrolment_id   bigint      not null references yiban.enrolment (id),
    waiting_before date,
    benefit_before date,
    benefit_from   date        not null,
    at             timestamptz not null
);
comment on table yiban.benefit_start is '待遇享受期首日的变动: what stood in an enrolment before it was decided anew; only added to';
create index benefit_start_enrolment on yiban.benefit_start (enrolment_id);

alter table yiban.collection_order add column purpose text not null default 'RECOVERY'
    check (purpose in ('RECOVERY', 'CONTRIBUTION'));
comment on column yiban.collection_order.purpose is 'RECOVERY 收回, CONTRIBUTION 补缴保费';

alter table yiban.ledger_posting
    drop constraint ledger_posting_check,
    drop constraint ledger_posting_check3,
    add constraint ledger_posting_check check ((kind, debit, credit) in (
        ('ORDERED', 'REFUND_EXPENSE', 'PAYABLE'), ('SENT', 'PAYABLE', 'IN_TRANSIT'),
        ('PAID', 'IN_TRANSIT', 'TREASURY'), ('RETURNED', 'IN_TRANSIT', 'PAYABLE'), ('REVERSED', 'TREASURY', 'PAYABLE'),
        ('CANCELLED', 'PAYABLE', 'REFUND_EXPENSE'), ('RECOVERED_FROM_ACCOUNT', 'PERSONAL_ACCOUNTS', 'RECOVERED'),
        ('BALANCE_ORDERED', 'PERSONAL_ACCOUNTS', 'PAYABLE'), ('BALANCE_CANCELLED', 'PAYABLE', 'PERSONAL_ACCOUNTS'),
        ('BALANCE_ARRIVED', 'TREASURY', 'ARRIVED_BALANCES'),
        ('BALANCE_CREDITED', 'ARRIVED_BALANCES', 'PERSONAL_ACCOUNTS'),
        ('COLLECTION_ORDERED', 'RECEIVABLE', 'RECOVERY_DUE'), ('COLLECTED', 'TREASURY', 'RECEIVABLE'),
        ('COLLECTION_RECOVERED', 'RECOVERY_DUE', 'RECOVERED'), ('COLLECTION_EXPIRED', 'RECOVERY_DUE', 'RECEIVABLE'),
        ('CONTRIBUTION_ORDERED', 'RECEIVABLE', 'CONTRIBUTIONS_DUE'),
        ('CONTRIBUTION_RECEIVED', 'CONTRIBUTIONS_DUE', 'CONTRIBUTION_INCOME'),
        ('CONTRIBUTION_EXPIRED', 'CONTRIBUTIONS_DUE', 'RECEIVABLE'),
        ('CONTRIBUTION_CREDITED', 'CONTRIBUTION_INCOME', 'PERSONAL_ACCOUNTS'))),
    add constraint ledger_posting_check3 check ((collection_id is not null) = (kind in ('COLLECTION_ORDERED', 'COLLECTED',
        'COLLECTION_RECOVERED', 'COLLECTION_EXPIRED', 'CONTRIBUTION_ORDERED', 'CONTRIBUTION_RECEIVED',
        'CONTRIBUTION_EXPIRED')));

drop index yiban.ledger_posting_balance_once;
create unique index ledger_posting_balance_once on yiban.ledger_posting (kind, reference)
    where kind in ('BALANCE_ARRIVED', 'BALANCE_CREDITED', 'CONTRIBUTION_CREDITED');

alter table yiban.case_file drop constraint case_file_kind_check;
alter table yiban.case_file add constraint case_file_kind_check
    check (kind in ('TRANSFER_IN', 'TRANSFER_OUT', 'REFUND', 'DUPLICATE', 'BACKPAY'));

create table yiban.backpay (
    case_number   text           primary key references yiban.case_file (case_number),
    pool          text           not null,
    person_id     bigint         not null references yiban.person (id),
    stated        jsonb          not null,
    services      jsonb          not null,
    years         jsonb,
    facts         jsonb,
    tests         jsonb,
    weighed       jsonb,
    choice        jsonb,
    orders        integer        not null default 0 check (orders >= 0),
    waiting       boolean        not null default false,
    received      numeric(14, 2) not null default 0 check (received >= 0),
    received_on   date,
    credit        jsonb,
    benefits_from date,
    stop_reason   text,
    died_on       date,
    open          boolean        not null default true
);
comment on table yiban.backpay is '退休缴费年限: whether somebody may retire insured, and how a gap in years is closed; walls: pool';
comment on column yiban.backpay.stated is 'what the applicant stated, without numbers of papers and accounts';
comment on column yiban.backpay.services is 'service that is to count, each with ground and evidence';
comment on column yiban.backpay.years is 'the months as compiled from the record';
comment on column yiban.backpay.facts is 'the facts by which the tables decide, each with where it comes from';
comment on column yiban.backpay.tests is 'what the tables say of the years; null until they were asked';
comment on column yiban.backpay.weighed is 'the ways to close the gap and what each costs; null until they were weighed';
comment on column yiban.backpay.choice is 'the way the applicant chose, with its price; null until then';
comment on column yiban.backpay.received is 'what came in for it so far and was not given back, yuan';
comment on column yiban.backpay.credit is 'what is credited to the personal account for it, and why so much';
create index backpay_person on yiban.backpay (person_id) where open;

create table yiban.backpay_receipt (
    id          bigint         generated always as identity primary key,
    case_number text           not null references yiban.case_file (case_number),
    order_key   text           not null,
    receipt     text           not null,
    amount      numeric(14, 2) not null check (amount > 0),
    received_on date           not null,
    payment     text,
    why         text           check (why in ('TWICE', 'LATE', 'GIVEN_UP', 'SURPLUS', 'DEATH')),
    going_back  numeric(14, 2) not null default 0 check (going_back between 0 and amount),
    refund_case text           references yiban.case_file (case_number),
    note        text,
    settled_by  text,
    settled_at  timestamptz,
    unique (order_key, receipt),
    check ((going_back = 0) = (why is null)),
    check ((settled_by is null) = (settled_at is null)),
    check (settled_at is null or num_nonnulls(refund_case, note) > 0)
);
comment on table yiban.backpay_receipt is 'what came in for a gap in years, by receipt; what of it closes none goes back';
comment on column yiban.backpay_receipt.payment is 'receipt number of the payment on record; null until it stands there';
comment on column yiban.backpay_receipt.going_back is 'what of it goes back, yuan';
create index backpay_receipt_case on yiban.backpay_receipt (case_number);
