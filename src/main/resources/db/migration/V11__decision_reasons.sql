alter table yiban.decision_record add column reasons jsonb;
comment on column yiban.decision_record.reasons is '理由：起作用的事实及其格子、怎样计算、最接近的规则及差在哪里、为什么转人工；此前的记录没有';
