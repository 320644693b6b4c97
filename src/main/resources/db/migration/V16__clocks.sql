create table yiban.clock_event (
    id           bigint      generated always as identity primary key,
    case_number  text        not null references yiban.case_file (case_number),
    type         text        not null check (type in
        ('STARTED', 'PAUSED', 'RESUMED', 'EXTENDED', 'STOPPED', 'RESET', 'LEG_BEGUN')),
    at           timestamptz not null,
    working_days integer     check (working_days > 0),
    nature       text        check (nature in ('LEGAL', 'TARGET', 'SET')),
    reason       text        check (reason in ('APPLICANT_SUPPLEMENT', 'OTHER_REGION', 'FORCE_MAJEURE')),
    leg          text        check (leg in ('TRANSFER_OUT', 'TRANSFER_IN')),
    note         text,
    basis        text,
    by_user      text,
    approved_by  text,
    recorded_at  timestamptz not null,
    unique (case_number, at, type),
    check ((type in ('STARTED', 'EXTENDED', 'RESET', 'LEG_BEGUN')) = (working_days is not null)),
    check ((type in ('STARTED', 'RESET')) = (nature is not null)),
    check ((type = 'PAUSED') = (reason is not null)),
    check ((type = 'LEG_BEGUN') = (leg is not null))
);
comment on table yiban.clock_event is 'what happened to the clocks of cases, only added to; at = when it took effect, recorded_at = when it was written; by_user is null for the system';

create function yiban.refuse_change_of_clock_event() returns trigger language plpgsql as $$
begin
    raise exception 'yiban.clock_event is only added to';
end
$$;
create trigger clock_event_only_added_to before update or delete or truncate on yiban.clock_event
    for each statement execute function yiban.refuse_change_of_clock_event();

create table yiban.case_clock (
    case_number    text    primary key references yiban.case_file (case_number),
    pool           text    not null,
    kind           text    not null,
    accepted_on    date    not null,
    working_days   integer not null check (working_days > 0),
    extended       integer not null check (extended >= 0),
    nature         text    not null,
    due_on         date    not null,
    held_since     date,
    left_when_held integer,
    paused_on      date,
    pause_reason   text,
    at_risk_on     date    not null,
    provisional    boolean not null,
    leg            text,
    leg_due_on     date,
    stopped_on     date,
    met            boolean,
    computed_by    bigint  not null,
    check ((held_since is null) = (left_when_held is null)),
    check ((stopped_on is null) = (met is null))
);
comment on table yiban.case_clock is 'what follows from clock_event and the calendar, to be listed and counted; a replay of the events makes it anew';
comment on column yiban.case_clock.working_days is 'how many the case may take, extensions counted in';
comment on column yiban.case_clock.due_on is 'the due day; while held, as it stood when the pause began';
comment on column yiban.case_clock.computed_by is 'version of calendar and settings by which the row was computed';

create function yiban.clock_state(
    stopped_on date, met boolean, held_since date, due_on date, at_risk_on date, today date
) returns text language sql immutable as $$
    select case
        when stopped_on is not null then case when met then 'MET' else 'MISSED' end
        when held_since is not null then 'PAUSED'
        when due_on < today then 'OVERDUE'
        when at_risk_on <= today then 'AT_RISK'
        else 'ON_TRACK'
    end
$$;

create table yiban.extension_request (
    id            bigint      generated always as identity primary key,
    case_number   text        not null references yiban.case_clock (case_number),
    working_days  integer     not null check (working_days > 0),
    at            timestamptz,
    reason        text        not null,
    asked_by      text        not null,
    asked_at      timestamptz not null,
    approved      boolean,
    decided_by    text,
    decision_note text,
    decided_at    timestamptz,
    check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null)),
    check (decided_by <> asked_by)
);
comment on table yiban.extension_request is 'extensions that one person asked for and another has to approve; at = when it was granted, if it is recorded later';
create unique index extension_request_open on yiban.extension_request (case_number) where approved is null;

-- The deadlines so far become clocks. What rests on the calendar is computed at the next start, which version 0 asks for.
insert into yiban.clock_event (case_number, type, at, working_days, nature, recorded_at)
select d.case_number, 'STARTED', d.accepted_on::timestamp at time zone 'Asia/Shanghai', d.working_days,
    case when exists (
        select from yiban.case_event e where e.case_number = d.case_number and e.step = 'deadlineSet') then 'SET' else 'LEGAL' end, now()
from yiban.deadline d;

insert into yiban.clock_event (case_number, type, at, recorded_at)
select f.case_number, 'STOPPED', f.closed_at, now()
from yiban.case_file f join yiban.deadline d on d.case_number = f.case_number
where f.closed_at is not null;

insert into yiban.case_clock (case_number, pool, kind, accepted_on, working_days, extended, nature, due_on, at_risk_on,
    provisional, stopped_on, met, computed_by)
select f.case_number, f.pool, f.kind, d.accepted_on, d.working_days, 0,
    (select e.nature from yiban.clock_event e where e.case_number = d.case_number and e.type = 'STARTED'), d.due_on, d.due_on, d.provisional,
    (f.closed_at at time zone 'Asia/Shanghai')::date, (f.closed_at at time zone 'Asia/Shanghai')::date <= d.due_on, 0
from yiban.deadline d join yiban.case_file f on f.case_number = d.case_number;

drop table yiban.deadline;
