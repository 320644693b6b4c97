alter table yiban.case_notice add column decision boolean not null default false;
comment on column yiban.case_notice.decision is 'a letter that tells a decision and how to object to it: the time for objections counts from it';
update yiban.case_notice set decision = true where body like '%异议%' and kind not like 'objection%';
