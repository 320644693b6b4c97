-- Clocks say whether they wait for materials, for a confirmation, for a choice or for a payment.
alter table yiban.clock_event drop constraint clock_event_reason_check;
alter table yiban.clock_event add constraint clock_event_reason_check
    check (reason in ('APPLICANT_SUPPLEMENT', 'OTHER_REGION', 'FORCE_MAJEURE',
        'YEARS_TO_CONFIRM', 'CHOICE_TO_MAKE', 'PAYMENT_TO_COME', 'AGE_AHEAD'));
