package org.yiban.backpay.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiban.kernel.ProvisionReference;

/**
 * What a plan comes to on a day.
 *
 * @param standing what follows from it
 * @param monthsToGo {@code null} where the documents do not say
 * @param monthly what a month costs on that day, yuan; {@code null} where nobody knows
 * @param monthlySays where that comes from, or why it is not known
 * @param reachedIn month in which the years are reached if every month is paid; {@code null} where it cannot be said
 * @param unpaidInARow months that stayed unpaid, up to the month before
 * @param monthsOnRecord months the pool's record holds
 * @param says all of it, in Chinese
 * @param basis the provisions it rests on
 */
record PlanLook(
        LocalDate on,
        PlanStanding standing,
        Integer monthsToGo,
        BigDecimal monthly,
        String monthlySays,
        YearMonth reachedIn,
        int unpaidInARow,
        int monthsOnRecord,
        String says,
        List<ProvisionReference> basis) {}
