alter table yiban.person add retired_on date, add constraint person_retirement check (retired_on is null or retired_insured);
comment on column yiban.person.retired_on is '职工医保退休之日; null for who is not retired, or whose day is not known';
