-- A case that corrects a transfer may give back a balance, with the months that were moved wrongly or without any.
alter table yiban.transfer_take_back add column balance numeric(14, 2) check (balance > 0);
alter table yiban.transfer_take_back drop constraint transfer_take_back_months_check;
alter table yiban.transfer_take_back add check (cardinality(months) > 0 or balance is not null);
comment on column yiban.transfer_take_back.balance is 'of the personal account, yuan, that goes back to the transfer-out side; null for none';
comment on column yiban.balance_move.side is 'IN: money is awaited here, OUT: money leaves here; where a correction gives a balance back, the other way round than the relation moved';
