-- A suspension belongs to what it is for: two matters of one relation do not end each other's.
alter table yiban.enrolment_suspension add column reference text;
update yiban.enrolment_suspension set reference = coalesce(substring(reason from '[A-Z]{2}\d{6}-\d{4}-\d{6,}'), 'unknown');
alter table yiban.enrolment_suspension alter column reference set not null;
comment on column yiban.enrolment_suspension.reference is 'what it is for, as the number of a case';
drop index yiban.enrolment_suspension_open;
create unique index enrolment_suspension_open on yiban.enrolment_suspension (enrolment_id, what, reference)
    where until_day is null;
