package org.yiban.sla;

import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;

/**
 * A clock that another calendar moved, or whose stored figures were wrong.
 *
 * @param dueBefore the stored due day
 * @param dueNow the one that follows from events and calendar
 */
public record RecomputedClock(
        CaseNumber caseNumber,
        LocalDate dueBefore,
        LocalDate dueNow,
        boolean provisionalBefore,
        boolean provisionalNow) {}
