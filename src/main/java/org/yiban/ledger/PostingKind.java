package org.yiban.ledger;

/** What a posting records, and which two accounts it moves an amount between. */
public enum PostingKind {
    /** An order was issued. */
    ORDERED("开出付款单", Account.REFUND_EXPENSE, Account.PAYABLE),
    /** A payment left for the treasury. */
    SENT("发往财政专户", Account.PAYABLE, Account.IN_TRANSIT),
    /** The treasury paid. */
    PAID("已付", Account.IN_TRANSIT, Account.TREASURY),
    /** The payment came back. */
    RETURNED("退回", Account.IN_TRANSIT, Account.PAYABLE),
    /** What was paid came back from the payee's bank. */
    REVERSED("退汇", Account.TREASURY, Account.PAYABLE),
    /** The order was cancelled. */
    CANCELLED("撤销付款单", Account.PAYABLE, Account.REFUND_EXPENSE),
    /** A personal account gave money back. */
    RECOVERED_FROM_ACCOUNT("从个人账户收回", Account.PERSONAL_ACCOUNTS, Account.RECOVERED),
    /** The balance of a personal account was ordered to follow its owner to another pool. */
    BALANCE_ORDERED("转出个人账户余额", Account.PERSONAL_ACCOUNTS, Account.PAYABLE),
    /** That order was cancelled. */
    BALANCE_CANCELLED("撤销转出个人账户余额", Account.PAYABLE, Account.PERSONAL_ACCOUNTS),
    /** The balance of a personal account arrived from another pool. */
    BALANCE_ARRIVED("收到转入的个人账户余额", Account.TREASURY, Account.ARRIVED_BALANCES),
    /** What arrived was credited to the personal account. */
    BALANCE_CREDITED("转入余额记入个人账户", Account.ARRIVED_BALANCES, Account.PERSONAL_ACCOUNTS),
    /** Money was ordered to come in. */
    COLLECTION_ORDERED("开出收款单", Account.RECEIVABLE, Account.RECOVERY_DUE),
    /** Money came in. */
    COLLECTED("收到款项", Account.TREASURY, Account.RECEIVABLE),
    /** What came in is taken back for good. */
    COLLECTION_RECOVERED("收回入账", Account.RECOVERY_DUE, Account.RECOVERED),
    /** What did not come in is no longer expected here. */
    COLLECTION_EXPIRED("逾期未收核销", Account.RECOVERY_DUE, Account.RECEIVABLE),
    /** Contributions were ordered to come in. */
    CONTRIBUTION_ORDERED("开出补缴单", Account.RECEIVABLE, Account.CONTRIBUTIONS_DUE),
    /** What came in is contributions. */
    CONTRIBUTION_RECEIVED("补缴保费入账", Account.CONTRIBUTIONS_DUE, Account.CONTRIBUTION_INCOME),
    /** Contributions that did not come in are no longer expected. */
    CONTRIBUTION_EXPIRED("逾期未缴核销", Account.CONTRIBUTIONS_DUE, Account.RECEIVABLE),
    /** Part of what came in was credited to the personal account. */
    CONTRIBUTION_CREDITED("补缴保费计入个人账户", Account.CONTRIBUTION_INCOME, Account.PERSONAL_ACCOUNTS),
    /** Money came in that closes nothing: late, once more, or beyond what was asked for. */
    RECEIPT_HELD("收到待处理款项", Account.TREASURY, Account.UNASSIGNED_RECEIPTS),
    /** What came in as contributions closes nothing after all. */
    RECEIPT_RELEASED("补缴保费转待处理", Account.CONTRIBUTION_INCOME, Account.UNASSIGNED_RECEIPTS),
    /** It counts as contributions after all. */
    RECEIPT_COUNTED("待处理款项计入补缴保费", Account.UNASSIGNED_RECEIPTS, Account.CONTRIBUTION_INCOME),
    /** It went back to whoever paid it, otherwise than by a payment order of ours. */
    RECEIPT_RETURNED("待处理款项退还", Account.UNASSIGNED_RECEIPTS, Account.TREASURY),
    /** It went back by a refund: what that spent was this. */
    RECEIPT_REFUNDED("待处理款项经退费退还", Account.UNASSIGNED_RECEIPTS, Account.REFUND_EXPENSE);

    private final String title;
    private final Account debit;
    private final Account credit;

    PostingKind(String title, Account debit, Account credit) {
        this.title = title;
        this.debit = debit;
        this.credit = credit;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** The account that is debited. */
    public Account debit() {
        return debit;
    }

    /** The account that is credited. */
    public Account credit() {
        return credit;
    }
}
