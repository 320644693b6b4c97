package org.yiban.bulk;

/** Where a row of a file stands. */
enum RowState {
    /** Read, its cells are of their types. */
    READ("待检查"),
    /** Something is wrong with it. */
    FAULTY("有误"),
    /** It can be accepted. */
    READY("未立案"),
    /** It has its case. */
    OPENED("已立案"),
    /** Its case could not be opened. */
    FAILED("立案失败");

    private final String title;

    RowState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    String title() {
        return title;
    }
}
