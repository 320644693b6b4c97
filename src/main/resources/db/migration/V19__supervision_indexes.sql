-- Each of these is there for the plans in docs/benchmarks.md.
create index case_clock_due on yiban.case_clock (pool, (held_since is not null), due_on, case_number) where stopped_on is null;
comment on index yiban.case_clock_due is 'the supervisors'' list: open cases of a pool by due day, those held behind them';

create index case_clock_stopped on yiban.case_clock (stopped_on) include (pool, kind, met) where stopped_on is not null;
comment on index yiban.case_clock_stopped is 'closed in time and late, week by week';

create index case_file_open on yiban.case_file (pool, kind) where state = 'OPEN';
comment on index yiban.case_file_open is 'how many cases are open, with a clock or without';

create index case_file_closed on yiban.case_file (pool, closed_at desc, case_number desc) where closed_at is not null;
comment on index yiban.case_file_closed is 'closed cases of a pool, the last closed first';

create index person_name on yiban.person (name);
comment on index yiban.person_name is 'cases found by a person''s name';
