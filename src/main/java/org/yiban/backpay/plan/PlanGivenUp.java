package org.yiban.backpay.plan;

import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * A plan ended before the years were reached. Published inside the transaction that ends it.
 *
 * @param text more about it, in Chinese; {@code null} if there is nothing to say
 */
public record PlanGivenUp(CaseNumber number, RegionCode pool, PlanEnd why, String text) {}
