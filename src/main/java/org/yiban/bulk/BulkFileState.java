package org.yiban.bulk;

/** Where a file stands. */
public enum BulkFileState {
    /** Still on its way in; nobody sees it yet. */
    RECEIVING("正在接收"),
    /** Received, nothing done yet. */
    RECEIVED("等待检查"),
    /** Its rows are being read. */
    READING("正在读取"),
    /** Its rows are being checked against what is on record. */
    CHECKING("正在检查"),
    /** It is no table of its kind; an end. */
    UNREADABLE("读不了"),
    /** Checked; the sender decides whether to submit it. */
    CHECKED("已检查，待提交"),
    /** A reviewer has it. */
    REVIEW("待复核"),
    /** The reviewer sent it back; an end. */
    RETURNED("已退回"),
    /** The sender took it back; an end. */
    WITHDRAWN("已作废"),
    /** Released; cases are being opened. */
    RUNNING("正在立案"),
    /** Stopped by somebody, or by itself after many failures. */
    STOPPED("已暂停"),
    /** All rows were tried, some failed. */
    INCOMPLETE("部分失败"),
    /** Nothing is left to be done; an end. */
    DONE("已办完");

    private final String title;

    BulkFileState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** Whether nothing more will happen to the file but the deletion of its contents. */
    public boolean isEnd() {
        return this == UNREADABLE || this == RETURNED || this == WITHDRAWN || this == DONE;
    }

    /** Whether the system is at work on it. */
    public boolean isAtWork() {
        return this == RECEIVED || this == READING || this == CHECKING || this == RUNNING;
    }
}
