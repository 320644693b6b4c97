-- Money that came in and closes nothing (待处理收款), and plans of what a senior decided.
create table yiban.unassigned_receipt (
    id          bigint         generated always as identity primary key,
    case_number text           not null references yiban.case_file (case_number),
    pool        text           not null,
    reference   text           not null,
    amount      numeric(14, 2) not null check (amount > 0),
    received_on date           not null,
    refund_case text           references yiban.case_file (case_number),
    unique (case_number, reference)
);
comment on table yiban.unassigned_receipt is '待处理收款: money that came in late, twice or beyond what was asked for, or that a case gives up; how much of it is open the postings say; walls: pool';
comment on column yiban.unassigned_receipt.reference is 'the receipt, with the order it came for: under it the postings stand';
comment on column yiban.unassigned_receipt.refund_case is 'the refund by which it goes back; null if it goes back otherwise, or nobody has said how';
create index unassigned_receipt_refund on yiban.unassigned_receipt (refund_case) where refund_case is not null;
create index unassigned_receipt_pool on yiban.unassigned_receipt (pool);

alter table yiban.ledger_posting
    drop constraint ledger_posting_check,
    add constraint ledger_posting_check check ((kind, debit, credit) in (
        ('ORDERED', 'REFUND_EXPENSE', 'PAYABLE'), ('SENT', 'PAYABLE', 'IN_TRANSIT'),
        ('PAID', 'IN_TRANSIT', 'TREASURY'), ('RETURNED', 'IN_TRANSIT', 'PAYABLE'), ('REVERSED', 'TREASURY', 'PAYABLE'),
        ('CANCELLED', 'PAYABLE', 'REFUND_EXPENSE'), ('RECOVERED_FROM_ACCOUNT', 'PERSONAL_ACCOUNTS', 'RECOVERED'),
        ('BALANCE_ORDERED', 'PERSONAL_ACCOUNTS', 'PAYABLE'), ('BALANCE_CANCELLED', 'PAYABLE', 'PERSONAL_ACCOUNTS'),
        ('BALANCE_ARRIVED', 'TREASURY', 'ARRIVED_BALANCES'),
        ('BALANCE_CREDITED', 'ARRIVED_BALANCES', 'PERSONAL_ACCOUNTS'),
        ('COLLECTION_ORDERED', 'RECEIVABLE', 'RECOVERY_DUE'), ('COLLECTED', 'TREASURY', 'RECEIVABLE'),
        ('COLLECTION_RECOVERED', 'RECOVERY_DUE', 'RECOVERED'), ('COLLECTION_EXPIRED', 'RECOVERY_DUE', 'RECEIVABLE'),
        ('CONTRIBUTION_ORDERED', 'RECEIVABLE', 'CONTRIBUTIONS_DUE'),
        ('CONTRIBUTION_RECEIVED', 'CONTRIBUTIONS_DUE', 'CONTRIBUTION_INCOME'),
        ('CONTRIBUTION_EXPIRED', 'CONTRIBUTIONS_DUE', 'RECEIVABLE'),
        ('CONTRIBUTION_CREDITED', 'CONTRIBUTION_INCOME', 'PERSONAL_ACCOUNTS'),
        ('RECEIPT_HELD', 'TREASURY', 'UNASSIGNED_RECEIPTS'),
        ('RECEIPT_RELEASED', 'CONTRIBUTION_INCOME', 'UNASSIGNED_RECEIPTS'),
        ('RECEIPT_COUNTED', 'UNASSIGNED_RECEIPTS', 'CONTRIBUTION_INCOME'),
        ('RECEIPT_RETURNED', 'UNASSIGNED_RECEIPTS', 'TREASURY'),
        ('RECEIPT_REFUNDED', 'UNASSIGNED_RECEIPTS', 'REFUND_EXPENSE')));
create unique index ledger_posting_receipt_once on yiban.ledger_posting (case_number, kind, reference)
    where kind in ('RECEIPT_HELD', 'RECEIPT_RELEASED', 'RECEIPT_COUNTED', 'RECEIPT_RETURNED');
create index ledger_posting_receipt on yiban.ledger_posting (case_number, reference)
    where debit = 'UNASSIGNED_RECEIPTS' or credit = 'UNASSIGNED_RECEIPTS';

alter table yiban.gap_money
    drop constraint gap_money_why_check,
    add constraint gap_money_why_check check (why in ('TWICE', 'LATE', 'PARTLY', 'SURPLUS', 'UNEXPECTED'));
alter table yiban.arrears_money add column reference text;
comment on column yiban.arrears_money.reference is 'under which it stands among the receipts that close nothing';

alter table yiban.contribution_plan add column decided jsonb;
comment on column yiban.contribution_plan.decided is 'what a senior decided to be missing when the plan began; null where the tables say it';
