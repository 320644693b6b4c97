package org.yiban.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/** Months that were paid later than they were due 补缴: part of the port to the core system, beside {@link People}. */
public interface LateMonths {

    /**
     * Writes months of the employee scheme that were paid later into the record of the pool they were paid in, marked as
     * such. Part of the caller's transaction; a month that is held already is not added twice, so the call can be repeated.
     * Publishes {@link MonthsRecorded} if it adds any.
     *
     * @param bases month → monthly base, yuan; the base may be {@code null} where nobody knows it
     * @param paidOn the day on which the money came in
     * @return those that were added
     * @throws ProblemException NOT_FOUND if there is no such person
     */
    SortedSet<YearMonth> record(
            long personId, RegionCode pool, SortedMap<YearMonth, BigDecimal> bases, LocalDate paidOn);

    /**
     * Takes months off the record again that were written into it as paid later, because what they were paid for is undone.
     * Part of the caller's transaction; a month that stands there otherwise, or has moved to another pool, stays as it is.
     * Publishes {@link MonthsRecorded} if it takes any.
     *
     * @param paidOn the day on which they were recorded to be paid
     * @return those that were taken off
     */
    SortedSet<YearMonth> takeBack(long personId, RegionCode pool, Set<YearMonth> months, LocalDate paidOn);

    /** The months of a pool's record that were paid later, by the day on which they were. */
    Map<YearMonth, LocalDate> of(long personId, RegionCode pool);
}
