create table yiban.handed_over_application (
    conversation_id uuid        primary key,
    pool            text        not null,
    to_region       text        not null,
    to_pool         text        not null,
    person_id       bigint      not null references yiban.person (id),
    applied_on      date        not null,
    registered_by   text        not null,
    registered_at   timestamptz not null,
    submission_key  text        not null,
    content         text        not null,
    case_number     text,
    refusal_reason  text,
    answered_at     timestamptz,
    unique (registered_by, submission_key),
    check ((answered_at is null) = (case_number is null and refusal_reason is null))
);
comment on table yiban.handed_over_application is 'applications for transfers that the transfer-out side took and sent to the transfer-in side; walls: pool';
comment on column yiban.handed_over_application.content is 'what makes it the same application when it is sent again; no identity number stands in it';
comment on column yiban.handed_over_application.case_number is 'the transfer-in side''s case, as that side says';
create index handed_over_application_pool on yiban.handed_over_application (pool, registered_at desc);
