create table yiban.audit_event (
    id          bigint generated always as identity primary key,
    happened_at timestamptz not null,
    actor       text        not null,
    actor_name  text        not null,
    action      text        not null,
    person_id   bigint      references yiban.person,
    case_number text,
    reason      text
);
create index audit_event_of_person on yiban.audit_event (person_id) where person_id is not null;
create index audit_event_of_case on yiban.audit_event (case_number) where case_number is not null;
comment on table yiban.audit_event is '审计: who saw or did what, when, on whom or which case, and why; rows are only ever added';
comment on column yiban.audit_event.actor is 'user id, or "system" for the application''s own work';
comment on column yiban.audit_event.reason is 'why, as the person gave it; identity numbers within are masked';

create function yiban.refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'audit events are only ever added (% refused)', tg_op;
end $$;

create trigger audit_event_rows_stay before update or delete on yiban.audit_event
    for each row execute function yiban.refuse_change_of_audit();
create trigger audit_event_table_stays before truncate on yiban.audit_event
    for each statement execute function yiban.refuse_change_of_audit();
