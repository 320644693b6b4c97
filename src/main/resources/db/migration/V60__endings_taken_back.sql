-- A relation whose ending was taken back goes on as the same enrolment; how it had ended stays here.
create table yiban.enrolment_reopening (
    id           bigint      generated always as identity primary key,
    enrolment_id bigint      not null references yiban.enrolment (id),
    ended_on     date        not null,
    end_reason   text        not null,
    reason       text        not null,
    at           timestamptz not null default now()
);
create index enrolment_reopening_enrolment on yiban.enrolment_reopening (enrolment_id);
comment on table yiban.enrolment_reopening is 'endings of enrolments that were taken back: when and why it had ended, and why that no longer holds';
