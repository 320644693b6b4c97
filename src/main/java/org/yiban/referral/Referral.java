package org.yiban.referral;

import org.yiban.kernel.CaseNumber;
import org.yiban.policy.RecordedDecision;
import org.yiban.region.RegionCode;

/**
 * A decision that waits for a senior.
 *
 * @param caseNumber the case or the enquiry whose process waits
 * @param pool the pool whose seniors decide
 * @param silent the decision that came to REFER
 */
public record Referral(long id, CaseNumber caseNumber, RegionCode pool, RecordedDecision silent) {}
