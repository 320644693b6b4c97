create table yiban.escalation_notice (
    id          bigint      generated always as identity primary key,
    case_number text        not null references yiban.case_file (case_number),
    pool        text        not null,
    run         integer     not null check (run >= 0),
    kind        text        not null check (kind in ('AT_RISK', 'OVERDUE')),
    due_on      date        not null,
    at          timestamptz not null,
    settled_at  timestamptz,
    settled_by  text,
    settlement  text,
    unique (case_number, run, kind),
    check (settled_by is null or settled_at is not null),
    check ((settled_by is null) = (settlement is null))
);
comment on table yiban.escalation_notice is 'what the supervisors of a pool were told: once a case, run of its clock and kind; settled_by is null where it settled itself';
create index escalation_notice_pool on yiban.escalation_notice (pool, id desc);
