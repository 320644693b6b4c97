package org.yiban.policy;

import java.time.ZonedDateTime;
import java.util.List;
import org.yiban.kernel.ProvisionReference;

/**
 * A decision as it was kept with a case.
 *
 * @param id which decision
 * @param caseNumber the case
 * @param explanation how the decision came about
 * @param basis the provisions that decided
 * @param decidedAt when it was kept, Beijing time
 */
public record RecordedDecision(
        long id, String caseNumber, Explanation explanation, List<ProvisionReference> basis, ZonedDateTime decidedAt) {}
