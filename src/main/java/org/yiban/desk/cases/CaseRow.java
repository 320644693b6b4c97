package org.yiban.desk.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.sla.ClockState;

/**
 * A case as it stands in a list.
 *
 * @param otherPool the pool on the other side of a transfer, {@code null} for other kinds of cases
 * @param acceptedOn {@code null} until accepted
 * @param dueOn {@code null} until the deadline is decided; while the clock is paused, as if it went on today
 * @param provisional the due day lies in a year whose notice is not known yet, {@code null} without a deadline
 * @param overdue the deadline went by while the case was open
 * @param clockState {@code null} until the clock starts
 * @param daysLeft working days left, below zero when overdue; {@code null} until the clock starts
 * @param outcome a Chinese sentence on how it ended, {@code null} while open
 */
@Schema(description = "列表中的案件")
record CaseRow(
        String caseNumber,
        CaseKind kind,
        String kindTitle,
        CaseState state,
        String stateTitle,
        String pool,
        String personName,
        String otherPool,
        String otherPoolName,
        OffsetDateTime openedAt,
        LocalDate acceptedOn,
        LocalDate dueOn,
        Boolean provisional,
        boolean overdue,
        ClockState clockState,
        String clockStateTitle,
        Integer daysLeft,
        String outcome) {}
