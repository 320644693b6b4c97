package org.yiban.policy;

/** What kind of value a fact has, and how it is written. */
public enum FactType {
    /** Six-digit administrative code, a county's too. */
    REGION,
    /** Day of the calendar: {@code 2022-04-01}. */
    DATE,
    /** Month: {@code 2022-04}. */
    MONTH,
    /** Year: {@code 2022}. */
    YEAR,
    /** Whole number: months, days. */
    COUNT,
    /** Yuan, two decimals at most. */
    MONEY,
    /** Fraction: {@code 0.07}. */
    RATE,
    /** {@code true} or {@code false}. */
    FLAG,
    /** One of the values the fact lists. */
    CHOICE,
    /** Announcements of average wages: {@code 220000:2021:6000.00:2022-07-12}, joined with {@code ;}. */
    WAGE_ANNOUNCEMENTS,
    /** Text that the family reads itself. */
    TEXT
}
