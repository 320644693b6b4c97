package org.yiban.policy.checks;

/** How grave a finding is. */
public enum Severity {
    /** To be mended before the tables are used. */
    ERROR,
    /** To be known; nothing is wrong yet. */
    INFORMATION
}
