package org.yiban.sla;

/** What stands behind the number of working days that a case may take. */
public enum TargetNature {
    /** A provision of a document. */
    LEGAL("法定时限"),
    /** What the agency has set itself ({@code processes/settings}). */
    TARGET("内部目标"),
    /** What a supervisor set for the one case, where the documents are silent. */
    SET("主管确定");

    private final String title;

    TargetNature(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
