create table yiban.bulk_file (
    id            bigint      generated always as identity primary key,
    kind          text        not null,
    pool          text        not null,
    name          text        not null,
    format        text        not null check (format in ('CSV', 'XLSX')),
    digest        text,
    bytes         bigint      not null default 0,
    state         text        not null check (state in ('RECEIVING', 'RECEIVED', 'READING', 'CHECKING', 'UNREADABLE', 'CHECKED',
        'REVIEW', 'RETURNED', 'WITHDRAWN', 'RUNNING', 'STOPPED', 'INCOMPLETE', 'DONE')),
    note          text,
    header        text[],
    row_count     integer     not null default 0,
    seed          bigint,
    uploaded_by   text        not null,
    uploaded_at   timestamptz not null,
    submitted_by  text,
    submitted_at  timestamptz,
    decided_by    text,
    decided_at    timestamptz,
    ended_at      timestamptz,
    emptied_at    timestamptz,
    tries         integer     not null default 0,
    next_try_at   timestamptz,
    check (state = 'RECEIVING' or digest is not null),
    check (decided_by <> uploaded_by and decided_by <> submitted_by)
);
comment on table yiban.bulk_file is '成批文件: files of many applications; walls: pool; whoever sent one in or submitted it never releases it';
comment on column yiban.bulk_file.digest is 'SHA-256 of the file as it was sent';
comment on column yiban.bulk_file.note is 'why it cannot be read, was sent back or withdrawn, or has stopped by itself';
comment on column yiban.bulk_file.seed is 'by which the random part of the sample was drawn';
comment on column yiban.bulk_file.emptied_at is 'when the contents of its rows were deleted';
create unique index bulk_file_known on yiban.bulk_file (pool, kind, digest)
    where state not in ('RECEIVING', 'UNREADABLE', 'RETURNED', 'WITHDRAWN');
create index bulk_file_pool on yiban.bulk_file (pool, id desc);
create index bulk_file_at_work on yiban.bulk_file (id) where state in ('RECEIVED', 'READING', 'CHECKING', 'RUNNING');

create table yiban.bulk_chunk (
    file_id bigint  not null references yiban.bulk_file,
    number  integer not null,
    content bytea   not null,
    primary key (file_id, number)
);
comment on table yiban.bulk_chunk is 'a file as it was sent, encrypted, until its rows are read';

create table yiban.bulk_row (
    file_id       bigint  not null references yiban.bulk_file,
    number        integer not null,
    together      integer not null,
    state         text    not null check (state in ('READ', 'FAULTY', 'READY', 'OPENED', 'FAILED')),
    problems      jsonb,
    outcome       text,
    outcome_title text,
    amount        numeric(14, 2),
    basis         text,
    sampled       text    check (sampled in ('LARGEST', 'RANDOM')),
    case_number   text    references yiban.case_file,
    tries         integer not null default 0,
    failure       text,
    primary key (file_id, number),
    check ((state = 'FAULTY') = (problems is not null)),
    check ((state = 'OPENED') = (case_number is not null))
) with (fillfactor = 70);
comment on table yiban.bulk_row is 'rows of files: what was found, how each would be decided, what became of it; number counts as a spreadsheet does';
comment on column yiban.bulk_row.together is 'number of the first row that must be examined together with this one';
create index bulk_row_together on yiban.bulk_row (file_id, together);
create index bulk_row_sampled on yiban.bulk_row (file_id, number) where sampled is not null;

create table yiban.bulk_content (
    file_id bigint  not null,
    number  integer not null,
    content bytea   not null,
    primary key (file_id, number),
    foreign key (file_id, number) references yiban.bulk_row on delete cascade
);
comment on table yiban.bulk_content is 'the cells of a row as they were written, encrypted; deleted some time after the file has come to its end';

create table yiban.bulk_event (
    id      bigint      generated always as identity primary key,
    file_id bigint      not null references yiban.bulk_file,
    at      timestamptz not null,
    by_user text,
    text    text        not null
);
comment on table yiban.bulk_event is 'what happened to a file; by_user is null for the system';
create index bulk_event_file on yiban.bulk_event (file_id, id);
