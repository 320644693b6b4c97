-- What the account no longer held of a balance that left it, and how that was settled.
create table yiban.balance_shortfall (
    case_number text           primary key references yiban.balance_move (case_number),
    amount      numeric(14, 2) not null check (amount > 0),
    settlement  text           check (settlement in ('PAID_BESIDE', 'NOT_OWED')),
    paper       text,
    settled_on  date,
    note        text,
    settled_by  text,
    settled_at  timestamptz,
    check (num_nonnulls(settlement, paper, settled_on, note, settled_by, settled_at) in (0, 6))
);
comment on table yiban.balance_shortfall is '个人账户余额差额: stated and not in the account when the balance left it; finance settles it; walls: pool of balance_move';
comment on column yiban.balance_shortfall.settlement is 'null until finance has recorded how it was settled';
comment on column yiban.balance_shortfall.paper is 'number of the receipt or letter that shows it';
