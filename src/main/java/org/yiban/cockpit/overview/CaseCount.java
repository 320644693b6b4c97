package org.yiban.cockpit.overview;

import java.time.LocalDate;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.Standing;
import org.yiban.region.RegionCode;
import org.yiban.sla.Leg;

/**
 * So many open cases that stand alike.
 *
 * @param dueOn {@code null} where no clock runs: none has begun, or it is held
 * @param leg {@code null} if no leg runs
 * @param late whether the leg has taken longer than its target
 * @param provisional whether their due day is provisional
 * @param stale whether they were counted by a calendar or settings that hold no more, and will be counted anew
 */
record CaseCount(
        RegionCode pool,
        CaseKind kind,
        Standing standing,
        LocalDate dueOn,
        Leg leg,
        boolean late,
        boolean provisional,
        boolean stale,
        int cases) {}
