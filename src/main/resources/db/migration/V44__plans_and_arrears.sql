-- Continuing to pay month by month (plans), and what employers failed to pay (arrears).
alter table yiban.contribution_month add column paid_late_on date;
comment on column yiban.contribution_month.paid_late_on is '补缴: the day on which a month was paid later than it was due; null where it was paid in its time, or nobody knows';

alter table yiban.case_file drop constraint case_file_kind_check;
alter table yiban.case_file add constraint case_file_kind_check
    check (kind in ('TRANSFER_IN', 'TRANSFER_OUT', 'REFUND', 'DUPLICATE', 'BACKPAY', 'ARREARS'));

create table yiban.contribution_plan (
    case_number     text    primary key references yiban.case_file (case_number),
    pool            text    not null,
    person_id       bigint  not null references yiban.person (id),
    facts           jsonb   not null,
    adjustments     jsonb   not null,
    services        jsonb   not null,
    option          text    not null,
    chosen_on       date    not null,
    months          integer not null check (months > 0),
    patient_since   date    not null check (extract(day from patient_since) = 1),
    months_on_record integer not null check (months_on_record >= 0),
    state           text    not null check (state in ('RUNNING', 'REACHED', 'GIVEN_UP')),
    ended_on        date,
    ending          text    check (ending in ('PAY_REST', 'RESIDENT', 'WITHDRAWN', 'DEATH', 'BROKEN')),
    ending_text     text,
    check ((state = 'RUNNING') = (ended_on is null)),
    check (state <> 'GIVEN_UP' or ending is not null)
);
comment on table yiban.contribution_plan is '继续按月缴费计划: one a case of missing years; walls: pool';
comment on column yiban.contribution_plan.facts is 'the facts by which years and price are asked anew at every look';
comment on column yiban.contribution_plan.adjustments is 'months that people found to differ from the record when the plan began: fact -> months';
comment on column yiban.contribution_plan.months is 'months to go when it began';
comment on column yiban.contribution_plan.patient_since is 'month from which unpaid months count against the plan';
comment on column yiban.contribution_plan.months_on_record is 'months on record of the person at the last look, to tell whether an import changed them';
create index contribution_plan_running on yiban.contribution_plan (person_id) where state = 'RUNNING';

create table yiban.contribution_plan_look (
    id             bigint  generated always as identity primary key,
    case_number    text    not null references yiban.contribution_plan (case_number),
    looked_on      date    not null,
    months_to_go   integer,
    monthly        numeric(14, 2) check (monthly >= 0),
    monthly_says   text,
    reached_in     date,
    unpaid_in_a_row integer not null check (unpaid_in_a_row >= 0),
    says           text    not null
);
comment on table yiban.contribution_plan_look is 'what a plan came to whenever it was looked at';
comment on column yiban.contribution_plan_look.months_to_go is 'null where the documents do not say';
comment on column yiban.contribution_plan_look.monthly is 'what a month costs then, yuan; null where nobody knows';
create index contribution_plan_look_case on yiban.contribution_plan_look (case_number, id);

create table yiban.arrears_case (
    case_number   text           primary key references yiban.case_file (case_number),
    pool          text           not null,
    unit_name     text           not null,
    unit_code     text           not null check (unit_code ~ '^[0-9A-Z]{18}$'),
    ground        text           not null check (ground in ('NEVER_ENROLLED', 'UNIT_INTERRUPTION')),
    account_type  text           not null check (account_type in ('POOLED_ONLY', 'POOLED_WITH_ACCOUNT')),
    pay_on        date           not null,
    contact_phone text,
    runs          jsonb          not null,
    facts         jsonb,
    quote         jsonb,
    orders        integer        not null default 0 check (orders >= 0),
    waiting       boolean        not null default false,
    received      numeric(14, 2) not null default 0 check (received >= 0),
    received_on   date,
    stop_reason   text
);
comment on table yiban.arrears_case is '单位欠费补缴: months an employer failed to pay, for people of one pool; walls: pool';
comment on column yiban.arrears_case.unit_code is '统一社会信用代码 of the employer';
comment on column yiban.arrears_case.pay_on is 'the day of payment up to which the late fee is counted';
comment on column yiban.arrears_case.runs is 'people and months, each run of months within a year with the wage that was stated';
comment on column yiban.arrears_case.facts is 'bases, rates and prices, each with where it comes from; null until they were looked up';
comment on column yiban.arrears_case.quote is 'what it comes to';
create index arrears_case_unit on yiban.arrears_case (unit_code);

create table yiban.arrears_money (
    id          bigint         generated always as identity primary key,
    case_number text           not null references yiban.arrears_case (case_number),
    why         text           not null check (why in ('LATE', 'TWICE', 'STOPPED', 'SURPLUS')),
    amount      numeric(14, 2) not null check (amount > 0),
    receipt     text           not null,
    received_on date           not null,
    to_return   boolean        not null,
    note        text,
    settled_by  text,
    settled_at  timestamptz,
    unique (case_number, why, receipt),
    check ((settled_by is null) = (settled_at is null)),
    check ((settled_by is null) = (note is null))
);
comment on table yiban.arrears_money is 'money that came otherwise than ordered: counted towards the arrears, or to be returned to the unit';
