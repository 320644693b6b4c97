package org.yiban.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.yiban.kernel.CaseNumber;

/**
 * A batch in a list.
 *
 * @param late whether its results are
 */
public record BatchSummary(
        CaseNumber number,
        BatchState state,
        String stateTitle,
        int orders,
        BigDecimal total,
        int settledOrders,
        String drawnBy,
        ZonedDateTime drawnAt,
        LocalDate resultsDueOn,
        boolean late) {}
