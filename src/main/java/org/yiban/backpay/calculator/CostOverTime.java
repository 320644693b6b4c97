package org.yiban.backpay.calculator;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yiban.backpay.calculator.Calculation.CostPoint;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.OptionKind;

/**
 * What each of several options has cost by the end of each month, at the prices of today: a lump sum is paid at once, months
 * are paid one by one from the next on. All options are followed over the same months.
 */
final class CostOverTime {

    private static final int SHORTEST = 12;
    /** Further than a working life lasts nothing is drawn. */
    private static final int LONGEST = 600;

    private final YearMonth first;
    private final YearMonth last;

    /** @param first the month of the quote */
    CostOverTime(YearMonth first, List<BackpayOption> options) {
        this.first = first;
        YearMonth reached = options.stream()
                .map(BackpayOption::reachedIn)
                .filter(month -> month != null)
                .max(Comparator.naturalOrder())
                .orElse(first);
        YearMonth shortest = first.plusMonths(SHORTEST);
        YearMonth longest = first.plusMonths(LONGEST);
        this.last = reached.isBefore(shortest) ? shortest : reached.isAfter(longest) ? longest : reached;
    }

    private static boolean open(BackpayOption option, YearMonth month) {
        return option.openFrom() == null || !month.isBefore(YearMonth.from(option.openFrom()));
    }

    /** The course of one option; empty where its cost is not known. */
    List<CostPoint> of(BackpayOption option) {
        boolean monthly = option.kind() == OptionKind.CONTINUE_MONTHLY;
        BigDecimal amount = monthly ? option.monthlyToday() : option.amount();
        if (amount == null) {
            return List.of();
        }
        List<CostPoint> points = new ArrayList<>();
        int paid = 0;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            int times = monthly ? Math.min(paid, option.months()) : open(option, month) ? 1 : 0;
            points.add(new CostPoint(month, amount.multiply(BigDecimal.valueOf(times))));
            paid++;
        }
        return points;
    }
}
