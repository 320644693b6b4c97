alter table yiban.case_file drop constraint case_file_kind_check;
alter table yiban.case_file add constraint case_file_kind_check check (kind in ('TRANSFER_IN', 'TRANSFER_OUT', 'REFUND'));

create table yiban.refund (
    case_number     text           primary key references yiban.case_file (case_number),
    pool            text           not null,
    person_id       bigint         not null,
    payment_id      bigint         not null references yiban.payment (id),
    reason          text           not null,
    requested_on    date           not null,
    event_on        date,
    event_until     date,
    claimed_from    date,
    claimed_to      date,
    claimed_amount  numeric(12, 2),
    payee_is        text           not null check (payee_is in ('SELF', 'HEIR', 'GUARDIAN', 'EMPLOYER')),
    payee_name      text           not null,
    account         bytea          not null,
    account_masked  text           not null,
    bank_code       text           not null,
    contact_phone   text,
    facts           text,
    evidence_seen   text,
    scope           text,
    basis           text,
    relation_ends   boolean        not null default false,
    refund_from     date,
    refund_to       date,
    amount          numeric(12, 2) check (amount >= 0),
    clawback        numeric(12, 2) check (clawback >= 0),
    recovered       numeric(12, 2) not null default 0 check (recovered >= 0),
    deducted        numeric(12, 2) not null default 0 check (deducted >= 0),
    collections     integer        not null default 0,
    stop_reason     text,
    round           integer        not null default 1,
    release_file    text,
    released_amount numeric(12, 2),
    open            boolean        not null default true,
    check (released_amount is null or release_file is not null)
);
comment on table yiban.refund is '退费: what is asked for and how far it has come; walls: pool';
comment on column yiban.refund.account is 'account number of the payee, sealed under the installation''s key';
comment on column yiban.refund.facts is 'JSON: the facts by which the tables decide, each with where it comes from';
comment on column yiban.refund.clawback is 'to be recovered from the personal account before anything is paid, yuan';
comment on column yiban.refund.recovered is 'what came back of it so far, yuan';
comment on column yiban.refund.deducted is 'what did not come back and is kept from the refund instead, yuan';
comment on column yiban.refund.round is '1, and one more for each objection that reopened the decision';
comment on column yiban.refund.released_amount is 'what was shown and released for a whole file, yuan';
create index refund_open_payment on yiban.refund (payment_id) where open;

create table yiban.refund_objection (
    id             bigint      generated always as identity primary key,
    case_number    text        not null references yiban.refund (case_number),
    filed_on       date        not null,
    grounds        text        not null,
    filed_by       text        not null,
    filed_at       timestamptz not null,
    state_before   text        not null,
    outcome_before text        not null,
    reopened       boolean,
    reason         text,
    decided_by     text,
    decided_at     timestamptz,
    check ((reopened is null) = (decided_by is null) and (reopened is null) = (decided_at is null))
);
comment on table yiban.refund_objection is '异议: objections against decisions on refunds; what was decided before stays with the case';
create unique index refund_objection_open on yiban.refund_objection (case_number) where reopened is null;
create index refund_objection_case on yiban.refund_objection (case_number, id);
