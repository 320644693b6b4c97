-- Clocks stand while a case waits for the day on which somebody reaches the age of retirement.
alter table yiban.clock_event drop constraint clock_event_reason_check;
alter table yiban.clock_event add constraint clock_event_reason_check
    check (reason in ('APPLICANT_SUPPLEMENT', 'OTHER_REGION', 'FORCE_MAJEURE', 'AGE_AHEAD'));
