create table yiban.transfer (
    case_number     text        primary key references yiban.case_file (case_number),
    side            text        not null check (side in ('IN', 'OUT')),
    conversation_id uuid        not null,
    person_id       bigint      not null references yiban.person (id),
    identity        text        not null check (identity in ('EMPLOYER', 'FLEXIBLE')),
    from_region     text        not null,
    from_pool       text        not null,
    to_region       text        not null,
    to_pool         text        not null,
    applied_on      date        not null,
    accepted_on     date,
    refusal_reason  text,
    completed_on    date,
    contact_phone   text,
    open            boolean     not null default true,
    unique (conversation_id, side)
);
comment on table yiban.transfer is 'a transfer as one of its two sides keeps it; the two sides share a conversation';
create unique index transfer_one_open on yiban.transfer (person_id, side) where open;

create table yiban.information_table (
    id             bigint      generated always as identity primary key,
    case_number    text        not null references yiban.case_file (case_number),
    months         jsonb       not null,
    paid_months    integer     not null,
    deemed_months  integer     not null,
    note           text,
    stated_by_pool text        not null,
    prepared_at    timestamptz not null
);
comment on table yiban.information_table is '参保人员基本医疗保险信息表 as sent or received; the newest row of a case counts, older ones stay';
create index information_table_case on yiban.information_table (case_number, id desc);
