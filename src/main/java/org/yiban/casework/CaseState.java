package org.yiban.casework;

/** Where a case stands; every state but {@link #OPEN} is an end. */
public enum CaseState {
    OPEN("办理中"),
    COMPLETED("已办结"),
    NOT_NEEDED("无需办理"),
    REFUSED("不予办理"),
    WITHDRAWN("已撤回");

    private final String title;

    CaseState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
