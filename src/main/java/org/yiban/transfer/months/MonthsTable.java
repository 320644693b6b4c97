package org.yiban.transfer.months;

import java.time.YearMonth;
import java.util.List;

/**
 * Joined months as people read them: runs of months that come from the same records.
 *
 * @param counted how many months count, each once
 * @param paidTwice months that were paid in two pools
 * @param refundHint what to do about those, in Chinese; {@code null} if there are none
 */
public record MonthsTable(
        List<Run> runs, int counted, int paid, int deemed, List<YearMonth> paidTwice, String refundHint) {

    /**
     * Months one after the other with the same sources.
     *
     * @param months how many; each counts once
     * @param records where they stand and where they were paid, in Chinese
     */
    public record Run(YearMonth from, YearMonth to, int months, String kind, String records, boolean paidTwice) {}
}
