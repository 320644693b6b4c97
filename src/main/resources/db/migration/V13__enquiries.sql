create table yiban.enquiry (
    number   text        primary key,
    pool     text        not null,
    family   text        not null,
    facts    jsonb       not null,
    note     text,
    asked_by text        not null,
    asked_at timestamptz not null
);
comment on table yiban.enquiry is 'what was asked of the rules without a case; the answer stands in decision_record under the same number; walls: pool; only added to';
create index enquiry_pool on yiban.enquiry (pool, asked_at desc);
comment on table yiban.submission is 'idempotency keys of requests that opened a case or recorded an enquiry';
comment on column yiban.decision_record.case_number is 'number of the case or enquiry that the decision belongs to';
