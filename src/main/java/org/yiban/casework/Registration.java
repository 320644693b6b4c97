package org.yiban.casework;

/**
 * What came of a request to open a case.
 *
 * @param created {@code false} if the same request had opened it before
 */
public record Registration(CaseFile caseFile, boolean created) {}
