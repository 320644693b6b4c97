create table yiban.table_content (
    digest        text        primary key check (digest ~ '^[0-9a-f]{64}$'),
    content       bytea       not null,
    first_seen_at timestamptz not null
);
comment on table yiban.table_content is 'every version of a file of decision tables that ever answered or was submitted, by SHA-256';

create table yiban.packaged_table (
    id            bigint      generated always as identity primary key,
    path          text        not null,
    digest        text        references yiban.table_content,
    first_seen_at timestamptz not null
);
comment on table yiban.packaged_table is 'which version of a file came with the program: a row when it is first seen or differs from the row before; digest is null when the file is no longer packaged';
create index packaged_table_path on yiban.packaged_table (path, id desc);

create table yiban.publication (
    id           bigint      generated always as identity primary key,
    path         text        not null,
    digest       text        not null references yiban.table_content,
    base_digest  text        not null references yiban.table_content,
    from_date    date        not null,
    reason       text        not null,
    source       text        not null,
    changes      jsonb       not null,
    remarks      jsonb       not null,
    cases_name   text,
    cases        bytea,
    cases_passed integer     not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    check ((cases_name is null) = (cases is null))
);
comment on table yiban.publication is 'a request to let a version of a file answer from a business date on; what became of it stands in publication_event';
comment on column yiban.publication.base_digest is 'the version in force on from_date when the request was made, which it replaces';
comment on column yiban.publication.changes is 'what differs from base_digest, rule by rule, cell by cell';
comment on column yiban.publication.remarks is 'what the checks remark without refusing';

create table yiban.publication_event (
    id             bigint      generated always as identity primary key,
    publication_id bigint      not null references yiban.publication,
    kind           text        not null check (kind in ('REQUESTED', 'CONFIRMED', 'REFUSED', 'TAKEN_BACK',
                               'WITHDRAWAL_REQUESTED', 'WITHDRAWN', 'WITHDRAWAL_REFUSED', 'WITHDRAWAL_TAKEN_BACK')),
    by_user        text        not null,
    reason         text,
    at             timestamptz not null
);
comment on table yiban.publication_event is 'what happened to a publication, in order; ids rise in the order of commit, because rows are added under an exclusive lock';
create index publication_event_of on yiban.publication_event (publication_id, id);

create function yiban.refuse_change_of_register() returns trigger language plpgsql as $$
begin
    raise exception 'the register of tables is only ever added to (% refused)', tg_op;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['table_content', 'packaged_table', 'publication', 'publication_event'] loop
        execute format('create trigger %s_rows_stay before update or delete on yiban.%s for each row execute function yiban.refuse_change_of_register()', name, name);
        execute format('create trigger %s_table_stays before truncate on yiban.%s for each statement execute function yiban.refuse_change_of_register()', name, name);
    end loop;
end $$;

create function yiban.lock_register() returns bigint language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(2037998177, 12);
    return (select coalesce(max(id), 0) from yiban.publication_event);
end $$;
comment on function yiban.lock_register() is 'lets one transaction at a time change which tables are in force, and no decision be kept meanwhile; the last event';

create function yiban.hold_register() returns bigint language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(2037998177, 12);
    return (select coalesce(max(id), 0) from yiban.publication_event);
end $$;
comment on function yiban.hold_register() is 'keeps the tables in force as they are until the transaction ends; the last event';

create index decision_record_family_date on yiban.decision_record (family, business_date);

alter table yiban.decision_record add column table_set text;
comment on column yiban.decision_record.table_set is '决策时当日全部决策表的摘要；人工决定的没有';
