package org.yiban.cockpit.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.Standing;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.Leg;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;

/** A case as the list finds it. */
record ListedCase(
        CaseNumber number,
        CaseKind kind,
        RegionCode pool,
        long personId,
        OffsetDateTime openedAt,
        Standing standing,
        StoredClock clock) {

    /**
     * What is stored of a clock.
     *
     * @param workingDays how many the case may take, extensions counted in
     * @param dueOn while held, as it stood when the hold began
     */
    record StoredClock(
            LocalDate acceptedOn,
            int workingDays,
            int extended,
            TargetNature nature,
            LocalDate dueOn,
            LocalDate heldSince,
            LocalDate pausedOn,
            PauseReason pauseReason,
            boolean provisional,
            Leg leg,
            LocalDate legDueOn,
            LocalDate stoppedOn) {}
}
