package org.yiban.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How many working days there are up to a day. Plain weeks are counted by division; the days that differ from them stand
 * sorted, each with the count up to it, and are looked up by halving.
 */
final class DayCount {

    private static final int WEEK = 7;
    private static final int WORKED = 5;
    /** From Monday, 29 December 1969, on: the week of day 0. */
    private static final int MONDAY = 3;

    private final long[] days;
    private final long[] countUpTo;

    /** @param special what announcements make of days, each day once */
    DayCount(Collection<SpecialDay> special) {
        List<SpecialDay> different = special.stream()
                .filter(day -> day.difference() != 0)
                .sorted(Comparator.comparing(SpecialDay::day))
                .toList();
        days = new long[different.size()];
        countUpTo = new long[different.size()];
        long differences = 0;
        for (int i = 0; i < days.length; i++) {
            days[i] = different.get(i).day().toEpochDay();
            differences += different.get(i).difference();
            countUpTo[i] = plainUpTo(days[i]) + differences;
        }
    }

    /** Working days up to the one and after the other day. */
    int between(LocalDate fromExclusive, LocalDate toInclusive) {
        return Math.toIntExact(upTo(toInclusive.toEpochDay()) - upTo(fromExclusive.toEpochDay()));
    }

    /** The so many-th working day after a day. */
    LocalDate after(LocalDate from, int workingDays) {
        long wanted = upTo(from.toEpochDay()) + workingDays;
        int next = firstWithCount(wanted);
        long missing = wanted - (next == 0 ? 0 : countUpTo[next - 1] - plainUpTo(days[next - 1]));
        long day = plainDay(missing);
        return LocalDate.ofEpochDay(next == days.length ? day : Math.min(day, days[next]));
    }

    private long upTo(long day) {
        int found = Arrays.binarySearch(days, day);
        int before = found >= 0 ? found : -found - 2;
        return plainUpTo(day) + (before < 0 ? 0 : countUpTo[before] - plainUpTo(days[before]));
    }

    /** Index of the first different day by whose end the count is reached; the number of days if none is. */
    private int firstWithCount(long wanted) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (countUpTo[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long plainUpTo(long day) {
        long passed = day + MONDAY + 1;
        return WORKED * Math.floorDiv(passed, WEEK) + Math.min(Math.floorMod(passed, WEEK), WORKED);
    }

    private static long plainDay(long count) {
        return WEEK * Math.floorDiv(count - 1, WORKED) + Math.floorMod(count - 1, WORKED) - MONDAY;
    }
}
