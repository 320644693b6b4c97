package org.yiban.sla;

/** Why the clock of a case may stand still. */
public enum PauseReason {
    /** The applicant was asked for missing materials (补正). */
    APPLICANT_SUPPLEMENT("等待申请人补正材料"),
    /** Another region has to answer, and this agency cannot make it. */
    OTHER_REGION("等待其他地区答复"),
    /** What nobody could foresee, avoid or overcome. */
    FORCE_MAJEURE("不可抗力"),
    /** The applicant has to say whether the years counted are right; only the case itself waits for that. */
    YEARS_TO_CONFIRM("等待申请人确认年限"),
    /**
     * The applicant has to choose: a way to close a gap in years, or which relation stays; only the case itself waits for
     * that.
     */
    CHOICE_TO_MAKE("等待申请人选择"),
    /** The applicant has to pay what was ordered; only the case itself waits for that. */
    PAYMENT_TO_COME("等待缴款"),
    /** Somebody is still to reach the age of retirement; only the case itself waits for that. */
    AGE_AHEAD("等待达到退休年龄");

    private final String title;

    PauseReason(String title) {
        this.title = title;
    }

    /** Whether people pause clocks for it. */
    public boolean byPeople() {
        return switch (this) {
            case APPLICANT_SUPPLEMENT, OTHER_REGION, FORCE_MAJEURE -> true;
            case YEARS_TO_CONFIRM, CHOICE_TO_MAKE, PAYMENT_TO_COME, AGE_AHEAD -> false;
        };
    }

    /** Chinese name. */
    public String title() {
        return title;
    }
}
