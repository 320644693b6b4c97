-- While a retirement is decided again, what the standing decision rests on is kept: it stands if nothing new is decided.
alter table yiban.backpay add column stands jsonb;
comment on column yiban.backpay.stands is 'while the case is decided again: the months, tests, choice and credit of the decision that stands until then; null otherwise';
