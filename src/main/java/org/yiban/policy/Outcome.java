package org.yiban.policy;

/** What a decision comes to. */
public enum Outcome {
    /** The rules give an answer. */
    DECIDED,
    /** No document in force gives a rule, or a document leaves it open: a person decides. */
    REFER
}
