-- Whom a death that becomes known would concern, however long ago it was.
create index backpay_before_death on yiban.backpay (person_id) where died_on is null and (open or received > 0);
