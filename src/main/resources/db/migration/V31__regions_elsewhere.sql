-- Messages to and from pools elsewhere: the partner that carries a message is no longer told from its receiver alone.
alter table yiban.outbox alter column partner drop expression;
comment on column yiban.outbox.partner is 'who carries the message out of here; null between pools served here';
alter table yiban.inbox add column partner text;
update yiban.inbox set partner = sender where sender !~ '^[0-9]{6}$';
comment on column yiban.inbox.partner is 'who brought and signed the message; null between pools served here';

-- An information table is a document with a version and a digest; drafts of the transfer-out side have neither.
alter table yiban.information_table
    add column version      integer check (version > 0),
    add column scheme_start date    check (extract(day from scheme_start) = 1),
    add column balance      numeric(14, 2) check (balance >= 0),
    add column digest       text    check (digest ~ '^[0-9a-f]{64}$'),
    add column document     bytea,
    add constraint information_table_document check ((version is null) = (document is null) and (version is null) = (digest is null));
comment on column yiban.information_table.version is 'which answer it is, from 1; null for a draft, and for tables from before documents';
comment on column yiban.information_table.scheme_start is 'month in which the scheme began in the pool that states it; null if none is known';
comment on column yiban.information_table.balance is 'balance of the personal account as stated, yuan; null if there is no account';
comment on column yiban.information_table.digest is 'SHA-256 over the canonical form (RFC 8785) of the document without its digest';
comment on column yiban.information_table.document is 'the document as sent or received, encrypted: it names the person in full';
create unique index information_table_version on yiban.information_table (case_number, version) where version is not null;

create table yiban.table_question (
    id          bigint      generated always as identity primary key,
    case_number text        not null references yiban.case_file (case_number),
    version     integer     not null check (version > 0),
    questions   text        not null check (questions <> ''),
    by_user     text,
    asked_at    timestamptz not null,
    unique (case_number, version)
);
comment on table yiban.table_question is 'what the transfer-in side asks about an information table, kept by both sides';
comment on column yiban.table_question.version is 'the version of the table that is questioned; the next one answers';
comment on column yiban.table_question.by_user is 'who asked, on the side that asked; null on the other';

create table yiban.enrolment_certificate (
    certificate_number text        primary key,
    pool               text        not null,
    person_id          bigint      not null references yiban.person,
    purpose            text        not null check (purpose <> ''),
    document           bytea       not null,
    digest             text        not null check (digest ~ '^[0-9a-f]{64}$'),
    issued_by          text        not null,
    issued_at          timestamptz not null
);
comment on table yiban.enrolment_certificate is '参保凭证 issued at the counter; the document is encrypted: it names the person in full';
create index enrolment_certificate_person on yiban.enrolment_certificate (person_id, pool, issued_at desc);
