package org.yiban.backpay.arrears;

import java.time.YearMonth;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * How long somebody went without payment around the months that are made good (中断), whether or not the employer states all
 * of them: what the documents allow for three months does not hold for six that are paid in two parts.
 *
 * @param from the first month without payment
 * @param months how many were without payment
 */
record Interruption(YearMonth from, int months) {

    /**
     * The interruption that months belong to.
     *
     * @param owed the months that are made good
     * @param paid the months that are on record as paid
     * @param last the month before the one in which the money comes
     */
    static Interruption of(SortedSet<YearMonth> owed, Set<YearMonth> paid, YearMonth last) {
        YearMonth from = owed.first();
        if (paid.stream().anyMatch(owed.first()::isAfter)) {
            while (!paid.contains(from.minusMonths(1))) {
                from = from.minusMonths(1);
            }
        }
        YearMonth to = owed.last();
        while (to.isBefore(last) && !paid.contains(to.plusMonths(1))) {
            to = to.plusMonths(1);
        }
        YearMonth end = to;
        long unpaid = Stream.iterate(from, month -> !month.isAfter(end), month -> month.plusMonths(1))
                .filter(month -> !paid.contains(month))
                .count();
        return new Interruption(from, Math.toIntExact(unpaid));
    }
}
