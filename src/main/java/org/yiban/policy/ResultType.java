package org.yiban.policy;

/** What kind of value a result has, so that people can be told its unit. */
public enum ResultType {
    /** One of several words, or some of them joined with {@code ;}. */
    CHOICE,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Yuan. */
    MONEY,
    /** Fraction, read in percent. */
    RATE,
    /** Day of the calendar. */
    DATE,
    /** A number of calendar months. */
    MONTHS,
    /** A number of working days. */
    WORKING_DAYS,
    /** Provisions of documents, joined with {@code ;}. */
    PROVISIONS
}
