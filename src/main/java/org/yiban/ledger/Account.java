package org.yiban.ledger;

/** The accounts that the ledger keeps for each pool. */
public enum Account {
    /** 退费支出：what is given back, from the moment it is ordered. */
    REFUND_EXPENSE("退费支出"),
    /** 应付退费：ordered, not left yet. */
    PAYABLE("应付退费"),
    /** 在途资金：left for the treasury, result not known. */
    IN_TRANSIT("在途资金"),
    /** 财政专户：what the treasury paid and took in. */
    TREASURY("财政专户"),
    /** 个人账户：what was taken out of personal accounts and credited to them. */
    PERSONAL_ACCOUNTS("个人账户"),
    /** 待记个人账户余额：what arrived from other pools and is not credited yet. */
    ARRIVED_BALANCES("待记个人账户余额"),
    /** 应收款：ordered to come in. */
    RECEIVABLE("应收款"),
    /** 待收回：the reverse of what is to come in, until it has. */
    RECOVERY_DUE("待收回"),
    /** 已收回：what was taken back. */
    RECOVERED("已收回"),
    /** 待收保费：the reverse of contributions that are to come in, until they have. */
    CONTRIBUTIONS_DUE("待收保费"),
    /** 补缴保费收入：contributions that came in by collection orders. */
    CONTRIBUTION_INCOME("补缴保费收入"),
    /** 待处理收款：what came in and closes nothing, until it is counted after all or has gone back. */
    UNASSIGNED_RECEIPTS("待处理收款");

    private final String title;

    Account(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
