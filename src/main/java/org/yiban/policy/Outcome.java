package org.yiban.policy;

/** What a decision comes to. */
public enum Outcome {
    /** The rules give an answer. */
    DECIDED,
    /** The payment may be given back. */
    ELIGIBLE,
    /** The payment is not given back. */
    INELIGIBLE,
    /** The years required are there. */
    MET,
    /** Years are missing. */
    SHORT,
    /** There is a price. */
    QUOTED,
    /** The service counts as contribution months. */
    COUNTED,
    /** The service does not count. */
    NOT_COUNTED,
    /** No document in force gives a rule, or a document leaves it open: a person decides. */
    REFER
}
