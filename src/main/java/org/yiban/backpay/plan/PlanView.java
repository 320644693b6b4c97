package org.yiban.backpay.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What staff see of a plan.
 *
 * @param months months to go when it began
 * @param latest the latest look; {@code null} before the first
 * @param looks all of them, the latest first
 * @param endingTitle why it ended before its time; {@code null} if it did not
 * @param mayGiveUp whether the one who asks may end it on behalf of its person
 */
public record PlanView(
        String caseNumber,
        String poolName,
        String personName,
        String maskedIdentityNumber,
        LocalDate chosenOn,
        int months,
        String state,
        String stateTitle,
        LocalDate endedOn,
        String endingTitle,
        String endingText,
        Look latest,
        List<Look> looks,
        boolean mayGiveUp) {

    /**
     * What it came to on a day.
     *
     * @param monthly what a month cost then, yuan
     */
    public record Look(
            LocalDate on,
            Integer monthsToGo,
            BigDecimal monthly,
            String monthlySays,
            YearMonth reachedIn,
            int unpaidInARow,
            String says) {}
}
