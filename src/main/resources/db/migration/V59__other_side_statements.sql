-- What a supervisor records of the other agency's result, where no message says it, takes effect when a second person confirms it.
create table yiban.other_side_statement (
    id           bigint      generated always as identity primary key,
    case_number  text        not null references yiban.case_file (case_number),
    ended        text        not null check (ended in ('COMPLETED', 'CLOSED')),
    completed_on date,
    reason       text        not null,
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    confirmed    boolean,
    answer       text,
    check ((ended = 'COMPLETED') = (completed_on is not null)),
    check ((decided_at is null) = (confirmed is null)),
    check (decided_by is null or decided_at is not null)
);
create unique index other_side_statement_open on yiban.other_side_statement (case_number) where decided_at is null;
create index other_side_statement_case on yiban.other_side_statement (case_number);
comment on table yiban.other_side_statement is 'what the other agency is said to have done, recorded by one person and confirmed by another; decided_by is null where the case ended otherwise meanwhile';
