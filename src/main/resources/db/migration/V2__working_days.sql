create table yiban.calendar_notice (
    id        text primary key,
    year      integer not null,
    published date    not null,
    title     text    not null,
    address   text    not null
);
comment on table yiban.calendar_notice is '国务院办公厅节假日安排通知；某年没有通知，则该年的期限结果为暂定';
comment on column yiban.calendar_notice.year is '通知所安排的年份；通知可涉及上一年十二月的日子';
comment on column yiban.calendar_notice.published is '公布日期；几份通知说到同一天的，以后公布的为准';

create table yiban.calendar_day (
    notice   text not null references yiban.calendar_notice (id),
    day      date not null,
    festival text not null,
    kind     text not null check (kind in ('OFF', 'WORK')),
    primary key (notice, day)
);
comment on table yiban.calendar_day is '通知所说的每一天：OFF 放假，WORK 上班（调休）';
