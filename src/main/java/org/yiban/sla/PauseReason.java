package org.yiban.sla;

/** Why the clock of a case may stand still. */
public enum PauseReason {
    /** The applicant was asked for missing materials (补正). */
    APPLICANT_SUPPLEMENT("等待申请人补正材料"),
    /** Another region has to answer, and this agency cannot make it. */
    OTHER_REGION("等待其他地区答复"),
    /** What nobody could foresee, avoid or overcome. */
    FORCE_MAJEURE("不可抗力"),
    /** Somebody is still to reach the age of retirement; only the case itself waits for that. */
    AGE_AHEAD("等待达到退休年龄");

    private final String title;

    PauseReason(String title) {
        this.title = title;
    }

    /** Whether people pause clocks for it. */
    public boolean byPeople() {
        return this != AGE_AHEAD;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
