create table yiban.referral (
    id           bigint      generated always as identity primary key,
    case_number  text        not null,
    family       text        not null,
    pool         text        not null,
    silent_id    bigint      not null unique references yiban.decision_record (id),
    opened_at    timestamptz not null,
    decided_id   bigint      unique references yiban.decision_record (id),
    reason       text,
    basis        text,
    decided_by   text,
    decided_at   timestamptz,
    check ((decided_id is null) = (decided_at is null)),
    check ((decided_id is null) = (reason is null)),
    check ((decided_id is null) = (basis is null)),
    check ((decided_id is null) = (decided_by is null))
);
comment on table yiban.referral is '转人工判断: decisions that the documents left to a person, and what a senior decided on which basis';
comment on column yiban.referral.case_number is 'the case or enquiry whose process waits for it';
comment on column yiban.referral.pool is 'the pool whose seniors decide';
comment on column yiban.referral.silent_id is 'the decision that came to REFER';
comment on column yiban.referral.decided_id is 'the decision kept in its place; null while open, or for good where the case ended before';
comment on column yiban.referral.basis is 'what the senior bases the decision on, in their own words';
create index referral_case on yiban.referral (case_number, family, id desc);

-- What the tables leave to people, for the list of missing rules.
create index decision_record_refer on yiban.decision_record (family, id)
    where results ->> 'outcome' like '%REFER%';
