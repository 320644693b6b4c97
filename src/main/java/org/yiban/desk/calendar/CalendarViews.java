package org.yiban.desk.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.calendar.DayChange;

/** What the page of the calendar shows. */
final class CalendarViews {

    private CalendarViews() {}

    /**
     * What there is to see, and what the person may do.
     *
     * @param notices latest first
     * @param nextYear the first year without notice
     * @param regions regions whose calendars the person may look at
     * @param mayImport whether the person may import notices
     * @param mayChange regions whose own days the person may change
     */
    record Overview(
            List<NoticeView> notices,
            int nextYear,
            List<RegionName> regions,
            boolean mayImport,
            List<RegionName> mayChange) {}

    record RegionName(String code, String name) {}

    /** @param addedBy name of who imported it; {@code null} if it came with the application */
    record NoticeView(
            String id,
            int year,
            String title,
            LocalDate published,
            List<String> addresses,
            int days,
            String addedBy,
            OffsetDateTime addedAt) {}

    /**
     * A year in a region.
     *
     * @param announced whether its notice is there; if not, plain weeks are counted
     * @param days days that differ from plain weeks, in order
     * @param workingDays how many working days each of the twelve months has
     */
    record YearView(
            int year,
            String region,
            String regionName,
            boolean announced,
            List<DayView> days,
            List<Integer> workingDays) {}

    /**
     * A day that an announcement speaks of.
     *
     * @param kind OFF or WORK
     * @param source for a local day: number, region and origin of the announcement; else {@code null}
     */
    record DayView(LocalDate day, String kind, String kindTitle, String name, boolean local, String source) {}

    /** An entry of a region's own days. */
    record LocalDaysView(
            long id,
            String region,
            String regionName,
            String kind,
            String kindTitle,
            String name,
            LocalDate from,
            LocalDate to,
            SourceView source,
            String addedBy,
            OffsetDateTime addedAt,
            WithdrawalView withdrawal,
            boolean mayWithdraw) {}

    record SourceView(String number, LocalDate published, String text) {}

    record WithdrawalView(String reason, SourceView source, String by, OffsetDateTime at) {}

    /**
     * What a change would do.
     *
     * @param text what it is
     * @param digest to be sent with the change
     * @param amends whether it changes an arrangement that is known
     * @param days the days that become others
     * @param open open cases with a clock
     * @param moved cases whose due day becomes another
     * @param settled cases whose due day is provisional no longer
     * @param unsettled cases whose due day becomes provisional
     * @param pools how many of them in which pool
     * @param shifts from which day to which, how many cases
     * @param cases the first of them in the person's own pools
     * @param furtherCases how many others there are in the person's own pools
     */
    record PreviewView(
            String text,
            String digest,
            boolean amends,
            List<DayChange> days,
            long open,
            long moved,
            long settled,
            long unsettled,
            List<PoolCount> pools,
            List<Shift> shifts,
            List<CaseShift> cases,
            long furtherCases) {}

    record PoolCount(String pool, String name, long cases) {}

    record Shift(LocalDate from, LocalDate to, boolean provisionalBefore, boolean provisionalAfter, long cases) {}

    record CaseShift(
            String caseNumber,
            String poolName,
            LocalDate dueBefore,
            LocalDate dueAfter,
            boolean provisionalBefore,
            boolean provisionalAfter) {}
}
