-- Messages go to and come from partners outside as well as pools. Keys are unique among what one sender sends.
alter table yiban.outbox rename column from_pool to sender;
alter table yiban.outbox rename column to_pool to recipient;
alter table yiban.inbox rename column from_pool to sender;
alter table yiban.inbox rename column to_pool to recipient;
alter table yiban.outbox drop constraint outbox_message_key_key;
alter table yiban.outbox add constraint outbox_sender_message_key unique (sender, message_key);
alter table yiban.inbox drop constraint inbox_message_key_key;
alter table yiban.inbox add constraint inbox_sender_message_key unique (sender, message_key);
comment on column yiban.outbox.recipient is 'the code of a pool or the name of a partner';
comment on column yiban.inbox.sender is 'the code of a pool or the name of a partner';
