package org.yiban.cockpit.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.Standing;
import org.yiban.sla.Leg;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;

/**
 * A case as it stands in the supervisors' list. Everything of the clock is {@code null} until it starts.
 *
 * @param person the person's name
 * @param dueOn while the clock is held, as if it went on today
 * @param provisional the count reaches into a year whose notice is not known yet
 * @param target working days, without extensions
 * @param daysLeft working days; below zero when overdue
 * @param activity id of the element at which the process waits
 */
@Schema(name = "SlaCaseRow", description = "一个案件的时限")
record CaseRow(
        String caseNumber,
        CaseKind kind,
        String kindTitle,
        String pool,
        String poolName,
        String person,
        Standing state,
        String stateTitle,
        LocalDate acceptedOn,
        LocalDate dueOn,
        Boolean provisional,
        Integer target,
        Integer extended,
        TargetNature nature,
        String natureTitle,
        Integer daysUsed,
        Integer daysLeft,
        Leg leg,
        String legTitle,
        LocalDate legDueOn,
        Integer legDaysLeft,
        LocalDate pausedOn,
        PauseReason pauseReason,
        String pauseReasonTitle,
        String activity,
        String activityName,
        String assignee,
        String assigneeName,
        String processInstanceId,
        OffsetDateTime openedAt) {}
