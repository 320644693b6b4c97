-- Messages to and from partners outside: delivered by partner, sealed at rest, refused ones kept and offered again.
alter table yiban.outbox
    alter column payload drop not null,
    add column sealed bytea,
    add column partner text generated always as (case when recipient ~ '^[0-9]{6}$' then null else recipient end) stored,
    add column refused_at timestamptz,
    add constraint outbox_one_payload check (num_nonnulls(payload, sealed) = 1),
    add constraint outbox_one_end check (num_nonnulls(delivered_at, refused_at) <= 1);
comment on column yiban.outbox.sealed is 'the payload of a message to a partner, encrypted: it may hold names and account numbers';
comment on column yiban.outbox.refused_at is 'when the partner said that it will never take the message';
drop index yiban.outbox_waiting;
create index outbox_waiting on yiban.outbox (next_attempt_at, id)
    where partner is null and delivered_at is null and refused_at is null;
create index outbox_waiting_for_partner on yiban.outbox (partner, next_attempt_at, id)
    where partner is not null and delivered_at is null and refused_at is null;
create index outbox_refused on yiban.outbox (id) where refused_at is not null;

alter table yiban.inbox
    alter column payload drop not null,
    add column sealed bytea,
    add column digest bytea,
    add column early boolean not null default false,
    add column refused_at timestamptz,
    add constraint inbox_one_payload check (num_nonnulls(payload, sealed) = 1),
    add constraint inbox_one_end check (num_nonnulls(handled_at, refused_at) <= 1);
comment on column yiban.inbox.sealed is 'the payload of a message from a partner, encrypted: it may hold names and account numbers';
comment on column yiban.inbox.digest is 'SHA-256 of what a partner said, by which a repetition is told from a contradiction';
comment on column yiban.inbox.early is 'offered to its handler, and nobody waited for it yet';
comment on column yiban.inbox.refused_at is 'when its handler said that it can never be acted on';
drop index yiban.inbox_waiting;
create index inbox_waiting on yiban.inbox (next_attempt_at, id) where handled_at is null and refused_at is null;
create index inbox_refused on yiban.inbox (id) where refused_at is not null;

create table yiban.turned_away (
    id              bigint      generated always as identity primary key,
    sender          text        not null,
    recipient       text        not null,
    message_key     text        not null,
    type            text        not null,
    digest          bytea       not null,
    reason          text        not null,
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    times           integer     not null default 1,
    unique (sender, digest)
);
comment on table yiban.turned_away is 'signed messages of partners that were not let into the inbox, and why; the newest thousand of each partner';
