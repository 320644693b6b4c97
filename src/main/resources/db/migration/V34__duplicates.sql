create table yiban.enrolment_suspension (
    id           bigint generated always as identity primary key,
    enrolment_id bigint not null references yiban.enrolment (id),
    what         text   not null check (what in ('RELATION', 'BENEFITS')),
    from_day     date   not null,
    reason       text   not null,
    until_day    date,
    end_reason   text,
    check (until_day is null or until_day >= from_day),
    check ((until_day is null) = (end_reason is null))
);
comment on table yiban.enrolment_suspension is '暂停: relations, or their benefits alone, that stand still without having ended';
comment on column yiban.enrolment_suspension.until_day is 'last day; null while it lasts';
create unique index enrolment_suspension_open on yiban.enrolment_suspension (enrolment_id, what) where until_day is null;

alter table yiban.case_file drop constraint case_file_kind_check;
alter table yiban.case_file add constraint case_file_kind_check
    check (kind in ('TRANSFER_IN', 'TRANSFER_OUT', 'REFUND', 'DUPLICATE'));

create table yiban.duplicate_case (
    case_number      text    primary key references yiban.case_file (case_number),
    pool             text    not null,
    person_id        bigint  not null,
    found_on         date    not null,
    found_in         text,
    first_relation   jsonb   not null,
    second_relation  jsonb   not null,
    first_enrolment  bigint  not null references yiban.enrolment (id),
    second_enrolment bigint  references yiban.enrolment (id),
    conversation_id  uuid    not null,
    counterpart      boolean not null,
    facts            jsonb,
    wish             jsonb,
    ruling           jsonb,
    settlement       jsonb,
    answer           jsonb,
    stop_reason      text,
    applied          boolean not null default false,
    open             boolean not null default true
);
comment on table yiban.duplicate_case is '清理重复参保: two relations of a person and how it was decided which one stays; walls: pool';
comment on column yiban.duplicate_case.found_in is 'the case or the file that they were found by; null: staff';
comment on column yiban.duplicate_case.counterpart is 'another pool decided, and asks this one to end or suspend its relation';
comment on column yiban.duplicate_case.facts is 'the facts by which the tables decide, each with where it comes from';
comment on column yiban.duplicate_case.applied is 'whether the relation here was ended or suspended';
create index duplicate_case_person on yiban.duplicate_case (person_id) where open;
create index duplicate_case_conversation on yiban.duplicate_case (conversation_id);
