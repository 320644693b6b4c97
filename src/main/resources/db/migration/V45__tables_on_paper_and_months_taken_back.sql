alter table yiban.information_table
    add column paper_reference text check (paper_reference <> ''),
    add column recorded_by text check (recorded_by <> ''),
    add check ((paper_reference is null) = (recorded_by is null)),
    add check (paper_reference is null or version is null);
comment on column yiban.information_table.paper_reference is 'number of the paper that it was typed in from; null if it came as a message or was compiled here';
comment on column yiban.information_table.recorded_by is 'who typed it in; somebody else verifies it';

create table yiban.transfer_take_back (
    case_number text        primary key references yiban.transfer (case_number),
    months      date[]      not null check (cardinality(months) > 0),
    reason      text        not null check (reason <> ''),
    recorded_by text        not null check (recorded_by <> ''),
    recorded_at timestamptz not null,
    done_on     date
);
comment on table yiban.transfer_take_back is '退回误转的月份: what a case that corrects a transfer gives back to the transfer-out side';
comment on column yiban.transfer_take_back.months is 'first days of the months, in order';
comment on column yiban.transfer_take_back.done_on is 'when the case was completed and they left the record; null until then';
