package org.yiban.casework.web;

/** 同意，或退回。 */
public enum Confirmation {
    CONFIRM,
    RETURN
}
