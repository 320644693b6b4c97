alter table yiban.decision_record add column binding boolean not null default true;
comment on column yiban.decision_record.binding is '是否据以办理案件；对咨询的答复不约束以后发布决策表';
