package org.yiban.backpay.plan;

/** What a look at a plan comes to. */
public enum PlanStanding {
    /** The years are reached. */
    REACHED,
    /** It goes on. */
    GOES_ON,
    /** A person has to decide: months stayed unpaid for too long, or the documents do not say how it goes on. */
    BROKEN,
    /** The person has died. */
    OVER
}
