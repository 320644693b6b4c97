-- What was decided on a retirement may be decided again: the retirement is taken back, or its parts differ.
alter table yiban.backpay
    add column account_credited numeric(14, 2) not null default 0 check (account_credited >= 0),
    add column after_plan text;
comment on column yiban.backpay.account_credited is 'what was credited to the personal account and not taken back, yuan';
comment on column yiban.backpay.after_plan is 'why the case goes on once an objection is decided: its plan ended meanwhile; null if it did not';
update yiban.backpay set account_credited = (credit ->> 'amount')::numeric where (credit ->> 'credited')::boolean;

alter table yiban.contribution_plan drop constraint contribution_plan_ending_check;
alter table yiban.contribution_plan add constraint contribution_plan_ending_check
    check (ending in ('PAY_REST', 'RESIDENT', 'WITHDRAWN', 'DEATH', 'BROKEN', 'DECIDED_AGAIN'));

alter table yiban.benefit_start alter column benefit_from drop not null;
comment on column yiban.benefit_start.benefit_from is 'the first day that was decided; null where it was taken back';

alter table yiban.case_objection drop constraint refund_objection_check;
alter table yiban.case_objection add constraint case_objection_check
    check ((reopened is null) = (decided_at is null) and (reopened is not null or decided_by is null));
comment on column yiban.case_objection.decided_by is 'null where nobody had to decide any more: it was withdrawn, or the person died';
