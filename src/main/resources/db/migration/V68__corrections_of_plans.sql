alter table yiban.contribution_plan add column corrections jsonb not null default '{}';
comment on column yiban.contribution_plan.corrections is 'other facts that people found to differ from the record when the plan began: fact -> what they stated';
