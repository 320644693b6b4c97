package org.yiban.backpay.plan;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** The years are reached; the retirement may go on. Published inside the transaction that finds it. */
public record PlanReached(CaseNumber number, RegionCode pool) {}
