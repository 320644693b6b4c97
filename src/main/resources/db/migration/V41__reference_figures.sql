-- Reference data: figures that the documents refer to and that others announce. Proposed by one person, released by another.
create table yiban.reference_proposal (
    id          bigint      generated always as identity primary key,
    file_name   text,
    withdraws   bigint,
    note        text,
    shipped     boolean     not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    unique (id, proposed_by, shipped)
);
comment on table yiban.reference_proposal is '参考数据的一次提出: figures from a file or by hand, or the withdrawal of one';
comment on column yiban.reference_proposal.file_name is 'the file they came in; null where they were typed';
comment on column yiban.reference_proposal.shipped is 'came with the application, as the figures of the demonstration do: nobody proposed or released it';

create table yiban.reference_figure (
    id           bigint         generated always as identity primary key,
    proposal     bigint         not null references yiban.reference_proposal (id),
    kind         text           not null check (kind in ('PROVINCIAL_AVERAGE_WAGE', 'CITY_AVERAGE_WAGE', 'LOCAL_RATE',
        'MINIMUM_BASE', 'MAXIMUM_BASE', 'ACCOUNT_RATE')),
    region       text           not null,
    year         integer        not null,
    from_day     date           not null,
    until_day    date           check (until_day >= from_day),
    value        numeric(14, 4) not null check (value >= 0),
    identity     text           check (identity in ('EMPLOYER', 'FLEXIBLE')),
    account_type text           check (account_type in ('POOLED_ONLY', 'POOLED_WITH_ACCOUNT')),
    announced_on date           not null,
    source       text           not null,
    nature       text           not null check (nature in ('ANNOUNCED', 'ILLUSTRATIVE')),
    replaces     bigint         references yiban.reference_figure (id),
    check (value <= 1 or kind not in ('LOCAL_RATE', 'ACCOUNT_RATE'))
);
create index reference_figure_region on yiban.reference_figure (region, kind);
create index reference_figure_proposal on yiban.reference_figure (proposal);
create index reference_figure_replaces on yiban.reference_figure (replaces) where replaces is not null;
comment on table yiban.reference_figure is 'figures as proposed, never changed; which of them hold, the view reference_in_use says';
comment on column yiban.reference_figure.region is 'code of a province or a pool';
comment on column yiban.reference_figure.from_day is 'first day it holds; of an average wage the first day of the year it was earned in';
comment on column yiban.reference_figure.value is 'yuan a month; of a rate the fraction';
comment on column yiban.reference_figure.identity is 'whom a rate is for; null is for all';
comment on column yiban.reference_figure.nature is 'ILLUSTRATIVE: made up for the demonstration, announced by nobody';
comment on column yiban.reference_figure.replaces is 'the figure that it corrects';
alter table yiban.reference_proposal
    add constraint reference_proposal_withdraws foreign key (withdraws) references yiban.reference_figure (id);
create index reference_proposal_withdraws on yiban.reference_proposal (withdraws) where withdraws is not null;

create table yiban.reference_review (
    proposal    bigint      primary key,
    proposed_by text        not null,
    shipped     boolean     not null,
    outcome     text        not null check (outcome in ('RELEASED', 'RETURNED', 'TAKEN_BACK')),
    reason      text,
    by_user     text        not null,
    at          timestamptz not null,
    foreign key (proposal, proposed_by, shipped) references yiban.reference_proposal (id, proposed_by, shipped),
    constraint reference_review_four_eyes check (shipped or (by_user = proposed_by) = (outcome = 'TAKEN_BACK')),
    check ((outcome = 'RETURNED') = (reason is not null))
);
comment on table yiban.reference_review is 'what became of a proposal; who proposed it takes it back, another person releases or returns it';

create view yiban.reference_in_use as
    select f.*
    from yiban.reference_figure f
    join yiban.reference_review r on r.proposal = f.proposal and r.outcome = 'RELEASED'
    where not exists (select 1 from yiban.reference_figure later
                      join yiban.reference_review lr on lr.proposal = later.proposal and lr.outcome = 'RELEASED'
                      where later.replaces = f.id)
      and not exists (select 1 from yiban.reference_proposal w
                      join yiban.reference_review wr on wr.proposal = w.id and wr.outcome = 'RELEASED'
                      where w.withdraws = f.id);
comment on view yiban.reference_in_use is 'figures that were released and neither replaced nor withdrawn';

create function yiban.refuse_change_of_reference() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to (% refused)', tg_table_name, tg_op;
end $$;
create trigger reference_proposal_only_added_to before update or delete or truncate on yiban.reference_proposal
    for each statement execute function yiban.refuse_change_of_reference();
create trigger reference_figure_only_added_to before update or delete or truncate on yiban.reference_figure
    for each statement execute function yiban.refuse_change_of_reference();
create trigger reference_review_only_added_to before update or delete or truncate on yiban.reference_review
    for each statement execute function yiban.refuse_change_of_reference();
