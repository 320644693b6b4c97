package org.yiban.sla;

/** Steps of cases that run without the clock of the case; how long each may take is a setting of the agency. */
public enum TermedStep {
    /** Accepting an application (受理). */
    ACCEPTANCE,
    /** What the applicant hands in later (补正), before the clock runs. */
    SUPPLEMENT,
    /** An objection that somebody else decides on (异议复核). */
    OBJECTION,
    /** Whether anything is to be paid back after a death (应否退费). */
    REFUND_QUESTION,
    /** Any other step that is reached while the clock does not run yet, or no longer. */
    BEFORE_CLOCK,
    /** A step about benefits across a move (待遇衔接). */
    BENEFIT_GAP,
    /** A step about a plan of contributions that was broken (继续缴费). */
    PLAN,
    /** Money that is to be paid back by finance. */
    MONEY,
    /** A step about the balance of a personal account. */
    BALANCE,
    /** What the other agency says, which somebody has to check. */
    OTHER_SIDE
}
