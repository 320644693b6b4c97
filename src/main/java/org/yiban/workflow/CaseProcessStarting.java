package org.yiban.workflow;

import org.yiban.kernel.CaseNumber;

/** A process of a case is about to start; published within the transaction in which it does. */
public record CaseProcessStarting(CaseNumber caseNumber) {}
