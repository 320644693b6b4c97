package org.yiban.payment;

/** What the reconciliation finds, and what is to be done about it. */
public enum FindingKind {
    /** Order and entries say different things. */
    LEDGER_DIFFERS("付款单与台账不符", "停止对该统筹区付款，请系统管理员查明；台账只增不改，不得手工更正"),
    /** A file is not what was made, or does not hold what the batch does. */
    FILE_DIFFERS("付款文件与批次不符", "不要再使用该文件，请系统管理员查明；与财政核对该批次实际付款"),
    /** A result contradicts an earlier one. */
    RESULT_CONTRADICTS("财政结果前后矛盾", "付款单维持先到的结果；请财政书面核实，已付后又退汇的，请财政按退汇另报结果"),
    /** A result file was not taken. */
    RESULT_FILE_REFUSED("结果文件未被接收", "请财政按所列错误更正后重新提供整个文件"),
    /** A result was taken and is not in the ledger yet. */
    RESULT_NOT_APPLIED("结果尚未入账", "系统每隔片刻自动重试；长时间不消失的，请系统管理员查看日志"),
    /** The treasury did not take a file. */
    FILE_NOT_ACCEPTED("财政不接收付款文件", "在待办中确认整批退回，查明原因后重新编批"),
    /** Results did not come in time. */
    RESULTS_LATE("结果逾期未回", "在待办中催办，向财政查询；不得凭推测重新付款"),
    /** The treasury does not know what became of a payment. */
    PAYMENT_UNKNOWN("付款结果不明", "凭银行回单等凭据在待办中核实为已付或退回；核实前不得重新付款"),
    /** A payment came back and waits for another account. */
    PAYMENT_REJECTED("付款被退回待更正", "由案件的经办人更正收款账户，之后自动重新待付"),
    /** A result of the tax bureau contradicts an earlier one. */
    COLLECTION_CONTRADICTS("收款结果前后矛盾", "收款单维持先到的结果；请税务书面核实"),
    /** Money did not come in by its last day, and nobody said so. */
    COLLECTION_OVERDUE("收款逾期未登记", "向税务查询后登记收款结果"),
    /** Money came in that closes nothing, and has neither been counted nor gone back. */
    RECEIPT_UNASSIGNED("待处理收款", "在案件旁的待办中退还；已登记退费的，退费付出后自动消除");

    private final String title;
    private final String remedy;

    FindingKind(String title, String remedy) {
        this.title = title;
        this.remedy = remedy;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** What is to be done about it, in Chinese. */
    public String remedy() {
        return remedy;
    }
}
