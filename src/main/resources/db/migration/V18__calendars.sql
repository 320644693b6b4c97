alter table yiban.calendar_notice
    add column added_by text,
    add column added_at timestamptz;
comment on column yiban.calendar_notice.added_by is 'who imported the notice; empty for those that came with a release';

create table yiban.calendar_local_days (
    id        bigint      generated always as identity primary key,
    region    text        not null,
    kind      text        not null check (kind in ('OFF', 'WORK')),
    name      text        not null,
    from_day  date        not null,
    to_day    date        not null check (to_day >= from_day),
    number    text        not null,
    published date        not null,
    source    text        not null,
    added_by  text        not null,
    added_at  timestamptz not null
);
create index calendar_local_days_region on yiban.calendar_local_days (region);
comment on table yiban.calendar_local_days is 'days that a province or pool announced for itself, as for a typhoon; only added to';
comment on column yiban.calendar_local_days.number is 'number of the announcement; source is its address, or its title and issuer';

create table yiban.calendar_local_withdrawal (
    local_days   bigint      primary key references yiban.calendar_local_days (id),
    reason       text        not null,
    number       text        not null,
    published    date        not null,
    source       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null
);
comment on table yiban.calendar_local_withdrawal is 'local days that no longer hold';

create sequence yiban.calendar_versions;

create table yiban.calendar_version (
    version bigint not null
);
insert into yiban.calendar_version (version) values (nextval('yiban.calendar_versions'));
comment on table yiban.calendar_version is
    'one row; grows with every change of a day. From a sequence, so that a change that is rolled back leaves its number to no other';

create function yiban.calendar_changed() returns trigger language plpgsql as $$
begin
    update yiban.calendar_version set version = nextval('yiban.calendar_versions');
    return null;
end $$;

create trigger calendar_changed after insert or update or delete or truncate on yiban.calendar_notice
    for each statement execute function yiban.calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on yiban.calendar_day
    for each statement execute function yiban.calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on yiban.calendar_local_days
    for each statement execute function yiban.calendar_changed();
create trigger calendar_changed after insert or update or delete or truncate on yiban.calendar_local_withdrawal
    for each statement execute function yiban.calendar_changed();
