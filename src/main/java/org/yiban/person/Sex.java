package org.yiban.person;

/** Sex as registered; the required contribution years depend on it. */
public enum Sex {
    MALE,
    FEMALE
}
