create table yiban.decision_record (
    id            bigint generated always as identity primary key,
    case_number   text        not null,
    family        text        not null,
    business_date date        not null,
    facts         jsonb       not null,
    instrument    text,
    table_id      text,
    table_version text,
    rule_id       text,
    rule_text     text,
    results       jsonb       not null,
    basis         text,
    decided_at    timestamptz not null
);
create index decision_record_case on yiban.decision_record (case_number);
comment on table yiban.decision_record is '每个案件的决策说明：事实、文件、决策表及其版本、命中的规则、结果、依据；只增不改';
comment on column yiban.decision_record.business_date is '业务日期：规则须在这一天有效';
comment on column yiban.decision_record.table_version is '决策表文件内容的摘要';
comment on column yiban.decision_record.rule_text is '命中规则的说明，按决策时的文字';
comment on column yiban.decision_record.basis is '条款编号，用分号隔开';
