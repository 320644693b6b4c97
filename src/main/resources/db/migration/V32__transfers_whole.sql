alter table yiban.transfer add column from_scheme text not null default 'EMPLOYEE' check (from_scheme in ('EMPLOYEE', 'RESIDENT'));
alter table yiban.transfer add column refusal_basis text;
alter table yiban.transfer add column requested boolean not null default false;
alter table yiban.transfer add column died_on date;
alter table yiban.transfer add column reopened_at timestamptz;
alter table yiban.transfer drop constraint transfer_identity_check;
alter table yiban.transfer add constraint transfer_identity_check check (identity in ('EMPLOYER', 'FLEXIBLE', 'RESIDENT'));
comment on column yiban.transfer.from_scheme is 'scheme of the relation that moves; identity says the scheme it goes to';
comment on column yiban.transfer.refusal_basis is 'provisions that a refusal rests on, joined with ;';
comment on column yiban.transfer.requested is 'whether the other side of this conversation has been asked';
comment on column yiban.transfer.died_on is 'day of death by which the transfer ended';
update yiban.transfer t set requested = true
    where side = 'IN' and exists (select from yiban.case_clock c where c.case_number = t.case_number);

create table yiban.transfer_application (
    case_number           text    primary key references yiban.transfer (case_number),
    applicant             text    not null check (applicant in ('SELF', 'AGENT', 'EMPLOYER')),
    agent_name            text,
    agent_identity        bytea,
    agent_identity_masked text,
    employer_name         text,
    registered_at_pool    text    not null,
    corrects_case         text    references yiban.transfer (case_number),
    materials_seen        text    not null default '',
    check ((applicant = 'AGENT') = (agent_name is not null)),
    check ((applicant = 'AGENT') = (agent_identity is not null)),
    check ((applicant = 'EMPLOYER') = (employer_name is not null))
);
comment on table yiban.transfer_application is 'who applied for a transfer, where, and what was seen of the materials';
comment on column yiban.transfer_application.agent_identity is 'identity number of the agent, sealed under the installation''s key';
comment on column yiban.transfer_application.registered_at_pool is 'the pool whose counter took the application';
comment on column yiban.transfer_application.corrects_case is 'the completed transfer that this one corrects';
create index transfer_application_corrects on yiban.transfer_application (corrects_case) where corrects_case is not null;

alter table yiban.refund_objection rename to case_objection;
alter table yiban.case_objection drop constraint refund_objection_case_number_fkey;
alter table yiban.case_objection add foreign key (case_number) references yiban.case_file (case_number);
alter index yiban.refund_objection_open rename to case_objection_open;
alter index yiban.refund_objection_case rename to case_objection_case;
comment on table yiban.case_objection is '异议: objections against decisions on cases; what was decided before stays with the case';

create table yiban.case_attachment (
    id          bigint      generated always as identity primary key,
    case_number text        not null references yiban.case_file (case_number),
    material    text        not null,
    file_name   text        not null,
    media_type  text        not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size_bytes  integer     not null check (size_bytes > 0),
    sha256      text        not null,
    content     bytea       not null,
    added_by    text        not null,
    added_at    timestamptz not null
);
comment on table yiban.case_attachment is '附件: scanned materials of cases; never changed, never removed before the case is';
comment on column yiban.case_attachment.content is 'the file, sealed under the installation''s key';
create index case_attachment_case on yiban.case_attachment (case_number, id);

-- A case that is opened again begins a new conversation, in which tables and questions count from one again.
alter table yiban.information_table add column conversation_id uuid;
update yiban.information_table i set conversation_id = t.conversation_id from yiban.transfer t where t.case_number = i.case_number;
alter table yiban.information_table alter column conversation_id set not null;
drop index yiban.information_table_version;
create unique index information_table_version on yiban.information_table (case_number, conversation_id, version) where version is not null;
comment on column yiban.information_table.conversation_id is 'the conversation in which it was compiled, sent or received; those of the case''s newest conversation count';
alter table yiban.table_question add column conversation_id uuid;
update yiban.table_question q set conversation_id = t.conversation_id from yiban.transfer t where t.case_number = q.case_number;
alter table yiban.table_question alter column conversation_id set not null;
alter table yiban.table_question drop constraint table_question_case_number_version_key;
alter table yiban.table_question add unique (case_number, conversation_id, version);
