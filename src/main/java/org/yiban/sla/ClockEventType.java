package org.yiban.sla;

/** The types of {@link ClockEvent}, in the order in which they take effect at one instant. */
public enum ClockEventType {
    STARTED("起算"),
    PAUSED("暂停"),
    RESUMED("恢复"),
    EXTENDED("延长"),
    STOPPED("停止"),
    RESET("重新起算"),
    LEG_BEGUN("环节开始");

    private final String title;

    ClockEventType(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
