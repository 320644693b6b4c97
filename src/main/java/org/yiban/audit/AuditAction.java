package org.yiban.audit;

/** What is recorded. */
public enum AuditAction {
    /** An identity number was shown in full. */
    IDENTITY_NUMBER_REVEALED("查看完整证件号码"),
    /** People were loaded from files. */
    PEOPLE_IMPORTED("导入参保人"),
    /** A list of cases left the application as a file. */
    CASES_EXPORTED("导出案件清单"),
    /** A notice was imported, or days of a region were added or withdrawn. */
    CALENDAR_CHANGED("改变工作日历"),
    /** Figures of reference data were proposed, released, returned, taken back. */
    REFERENCE_CHANGED("维护参考数据"),
    /** A file of many applications was sent in, released, sent back, withdrawn, stopped, resumed or ended. */
    BULK_HANDLED("办理成批文件"),
    /** Contents of such a file were shown or downloaded in full. */
    BULK_CONTENTS_SEEN("查看成批文件的完整内容"),
    /** A message that was stuck was offered again to a partner or to its handler. */
    MESSAGE_OFFERED_AGAIN("重新发送或处理消息"),
    /** A payment file left with account numbers in full. */
    PAYMENT_FILE_DOWNLOADED("下载付款文件"),
    /** An account number was shown in full. */
    ACCOUNT_NUMBER_REVEALED("查看完整银行账号"),
    /** The record of a person was read without a case. */
    RECORD_READ("查看参保登记"),
    /** A file attached to a case was opened. */
    ATTACHMENT_OPENED("查看案件附件");

    private final String chinese;

    AuditAction(String chinese) {
        this.chinese = chinese;
    }

    /** The words people read. */
    public String chinese() {
        return chinese;
    }
}
