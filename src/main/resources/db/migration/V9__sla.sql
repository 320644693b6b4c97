create table yiban.deadline (
    case_number  text        primary key references yiban.case_file (case_number),
    accepted_on  date        not null,
    working_days integer     not null check (working_days > 0),
    due_on       date        not null,
    provisional  boolean     not null,
    passed_at    timestamptz
);
comment on table yiban.deadline is 'the clock of a case: due_on is the last of working_days after accepted_on; provisional while the year of due_on has no notice';
