package org.yiban.person;

/** What stands still. */
public enum SuspensionKind {
    /** The relation itself: nothing is paid in and nothing is paid out. */
    RELATION,
    /** Benefits alone are not paid for now. */
    BENEFITS
}
