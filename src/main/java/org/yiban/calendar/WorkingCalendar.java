package org.yiban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which days are working days: Monday to Friday, less the announced days off, with the announced make-up days. Days of
 * a year without notice are counted as plain weeks, and what rests on them is provisional. Counting costs the same
 * however long the term is. Immutable.
 */
public final class WorkingCalendar {

    private final long version;
    private final NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>();
    private final Set<Integer> years;
    private final DayCount count;

    /**
     * @param version of what is given, see {@link WorkingCalendars#version()}
     * @param local days of regions that hold, the nearest region last
     */
    WorkingCalendar(long version, Announcements announcements, List<LocalDays> local) {
        this.version = version;
        years = announcements.notices().stream().map(Notice::year).collect(Collectors.toUnmodifiableSet());
        Map<String, List<AnnouncedDay>> days =
                announcements.days().stream().collect(Collectors.groupingBy(AnnouncedDay::notice));
        announcements.notices().stream()
                .sorted(Comparator.comparing(Notice::published))
                .flatMap(notice -> days.getOrDefault(notice.id(), List.of()).stream())
                .forEach(day -> special.put(day.day(), SpecialDay.of(day)));
        for (LocalDays entry : local) {
            entry.from().datesUntil(entry.to().plusDays(1)).forEach(day -> put(SpecialDay.of(entry, day)));
        }
        count = new DayCount(special.values());
    }

    /** A region's word on a day that is what it says without it is no news: the country's stays. */
    private void put(SpecialDay local) {
        if (isWorkingDay(local.day()) != (local.kind() == DayKind.WORK)) {
            special.put(local.day(), local);
        }
    }

    /** The calendar of the notices that are packaged with the application. */
    public static WorkingCalendar ofPackagedNotices() {
        return new WorkingCalendar(0, Announcements.packaged(), List.of());
    }

    /** Which state of the announcements this counts by, see {@link WorkingCalendars#version()}. */
    public long version() {
        return version;
    }

    /** Whether the day is a working day, as far as announced. */
    public boolean isWorkingDay(LocalDate day) {
        SpecialDay announced = special.get(day);
        return announced == null ? !SpecialDay.weekend(day) : announced.kind() == DayKind.WORK;
    }

    /** What an announcement calls the day; {@code null} if none speaks of it. */
    String nameOf(LocalDate day) {
        SpecialDay announced = special.get(day);
        return announced == null ? null : announced.name();
    }

    /** Whether the notice of a year is loaded. */
    public boolean announced(int year) {
        return years.contains(year);
    }

    /** The years whose notices are loaded, in order. */
    public List<Integer> announcedYears() {
        return years.stream().sorted().toList();
    }

    /**
     * The last day of a term of working days. The first day is not counted; the last working day is the due day.
     *
     * @param from the day on which the term begins to run, a working day or not
     * @param workingDays how many working days, at least one
     */
    public DueDay addWorkingDays(LocalDate from, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a term has at least one working day: " + workingDays);
        }
        LocalDate due = count.after(from, workingDays);
        return new DueDay(due, provisional(from, due));
    }

    /** Whether any day after the one and up to the other lies in a year whose notice is not loaded. */
    public boolean provisional(LocalDate fromExclusive, LocalDate toInclusive) {
        for (int year = fromExclusive.plusDays(1).getYear(); year <= toInclusive.getYear(); year++) {
            if (!announced(year)) {
                return true;
            }
        }
        return false;
    }

    /** How many working days lie after the one day and up to the other; 0 if that is not later. */
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        return toInclusive.isAfter(fromExclusive) ? count.between(fromExclusive, toInclusive) : 0;
    }

    /** What announcements make of the days after the one day and up to the other, in order. */
    public List<SpecialDay> announcedDays(LocalDate fromExclusive, LocalDate toInclusive) {
        return toInclusive.isAfter(fromExclusive)
                ? List.copyOf(
                        special.subMap(fromExclusive, false, toInclusive, true).values())
                : List.of();
    }

    /** The announced days after the one day and up to the other, as people say them. */
    public SpecialDays specialDays(LocalDate fromExclusive, LocalDate toInclusive) {
        SpecialDays said = new SpecialDays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<SpecialDay> days = announcedDays(fromExclusive, toInclusive);
        for (int first = 0; first < days.size(); ) {
            int last = first;
            while (last + 1 < days.size() && days.get(last + 1).continues(days.get(last))) {
                last++;
            }
            say(days.get(first), days.get(last).day(), said);
            first = last + 1;
        }
        return said;
    }

    private static void say(SpecialDay first, LocalDate last, SpecialDays said) {
        String run = first.day().equals(last) ? last.toString() : first.day() + "至" + last;
        boolean off = first.kind() == DayKind.OFF;
        if (first.local() != null) {
            String local = first.name() + run + "（" + first.local().source().number() + "）";
            (off ? said.localOff() : said.localWork()).add(local);
        } else if (off) {
            said.off().add(first.name() + run);
        } else {
            said.work().add(run);
        }
    }
}
