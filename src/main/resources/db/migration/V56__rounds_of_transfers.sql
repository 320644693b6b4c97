-- A transfer that is taken up again begins a new conversation: benefits are decided anew in each, and by each last month.
alter table yiban.benefit_gap
    add column conversation_id uuid,
    add column stated_until    date,
    add column first_order     integer not null default 1 check (first_order > 0);
update yiban.benefit_gap g set
    conversation_id = t.conversation_id,
    stated_until = (
        select max((month ->> 'month') || '-01')::date
        from yiban.information_table i, jsonb_array_elements(i.months) month
        where i.id = (select max(id) from yiban.information_table n
            where n.case_number = t.case_number and n.conversation_id = t.conversation_id)
        and month ->> 'kind' = 'PAID')
from yiban.transfer t where t.case_number = g.case_number;
alter table yiban.benefit_gap alter column conversation_id set not null;
alter table yiban.benefit_gap drop constraint benefit_gap_check1; -- orders of an earlier round leave no amount
comment on column yiban.benefit_gap.conversation_id is 'the conversation in which it was decided; in another one it is decided anew';
comment on column yiban.benefit_gap.stated_until is 'last paid month of the information table by which it was decided; null if that stated none';
comment on column yiban.benefit_gap.first_order is 'the first of its orders that was issued since it was last decided anew';

-- A paper table has no version: a question about it names the paper.
alter table yiban.table_question
    alter column version drop not null,
    add column paper_reference text,
    add check (num_nonnulls(version, paper_reference) = 1);
comment on column yiban.table_question.paper_reference is 'number of the paper that is questioned, where the table came on paper; a letter asks then';
