create table yiban.case_sequence (
    prefix  text    not null,
    year    integer not null,
    last    bigint  not null,
    primary key (prefix, year)
);
comment on table yiban.case_sequence is 'running numbers of cases, one row a kind, pool and year';

create table yiban.case_file (
    case_number text        primary key,
    kind        text        not null check (kind in ('TRANSFER_IN', 'TRANSFER_OUT')),
    pool        text        not null,
    person_id   bigint      not null references yiban.person (id),
    state       text        not null check (state in ('OPEN', 'COMPLETED', 'NOT_NEEDED', 'REFUSED', 'WITHDRAWN')),
    outcome     text,
    opened_by   text        not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    check ((state = 'OPEN') = (closed_at is null))
);
comment on table yiban.case_file is 'the case file common to all kinds of cases; walls: pool';
create index case_file_pool on yiban.case_file (pool, opened_at desc);
create index case_file_person on yiban.case_file (person_id);

create table yiban.case_event (
    id          bigint      generated always as identity primary key,
    case_number text        not null references yiban.case_file (case_number),
    step        text        not null,
    part        text        check (part in ('REGISTER', 'ASSESS', 'APPROVE')),
    text        text        not null,
    by_user     text,
    at          timestamptz not null
);
comment on table yiban.case_event is 'what happened in a case, in order; part says which of the four eyes acted; by_user is null for the system';
create index case_event_case on yiban.case_event (case_number, id);

create table yiban.case_notice (
    id          bigint      generated always as identity primary key,
    case_number text        not null references yiban.case_file (case_number),
    kind        text        not null,
    title       text        not null,
    body        text        not null,
    basis       text        not null,
    issued_at   timestamptz not null
);
comment on table yiban.case_notice is 'letters to the insured person, kept with the case; basis lists the provisions, joined with ;';
create index case_notice_case on yiban.case_notice (case_number);

create table yiban.submission (
    client       text        not null,
    key          text        not null,
    content_hash text        not null,
    case_number  text        not null,
    at           timestamptz not null,
    primary key (client, key)
);
comment on table yiban.submission is 'idempotency keys of requests that opened a case';
