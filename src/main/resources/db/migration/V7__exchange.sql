create table yiban.outbox (
    id              bigint      generated always as identity primary key,
    message_key     text        not null unique,
    type            text        not null,
    from_pool       text        not null,
    to_pool         text        not null,
    conversation_id uuid        not null,
    payload         jsonb       not null,
    written_at      timestamptz not null,
    delivered_at    timestamptz,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text
);
comment on table yiban.outbox is 'messages that leave, written in the transaction of their effect and delivered at least once';
create index outbox_waiting on yiban.outbox (next_attempt_at) where delivered_at is null;

create table yiban.inbox (
    id              bigint      generated always as identity primary key,
    message_key     text        not null unique,
    type            text        not null,
    from_pool       text        not null,
    to_pool         text        not null,
    conversation_id uuid        not null,
    payload         jsonb       not null,
    received_at     timestamptz not null,
    handled_at      timestamptz,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text
);
comment on table yiban.inbox is 'messages that came in: repeats are dropped by message_key, early ones are held until someone waits for them';
create index inbox_waiting on yiban.inbox (next_attempt_at) where handled_at is null;
