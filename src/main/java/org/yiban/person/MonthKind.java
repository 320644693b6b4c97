package org.yiban.person;

/** How a contribution month came about. */
public enum MonthKind {
    /** 实际缴费. */
    PAID,
    /** 视同缴费. */
    DEEMED
}
