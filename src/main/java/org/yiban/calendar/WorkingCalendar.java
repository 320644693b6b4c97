package org.yiban.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days are working days: Monday to Friday, less the announced days off, with the announced make-up days. Days of
 * a year without notice are counted as plain weeks, and what rests on them is provisional. Immutable.
 */
public final class WorkingCalendar {

    private final Map<LocalDate, AnnouncedDay> announced = new HashMap<>();
    private final Set<Integer> years;

    WorkingCalendar(Announcements announcements) {
        years = announcements.notices().stream().map(Notice::year).collect(Collectors.toUnmodifiableSet());
        announcements.notices().stream()
                .sorted(Comparator.comparing(Notice::published))
                .flatMap(notice -> announcements.daysOf(notice).stream())
                .forEach(day -> announced.put(day.day(), day));
    }

    /** The calendar of the notices that are packaged with the application. */
    public static WorkingCalendar ofPackagedNotices() {
        return new WorkingCalendar(Announcements.packaged());
    }

    /** Whether the day is a working day, as far as announced. */
    public boolean isWorkingDay(LocalDate day) {
        AnnouncedDay special = announced.get(day);
        if (special != null) {
            return special.kind() == DayKind.WORK;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the notice of a year is loaded. */
    public boolean announced(int year) {
        return years.contains(year);
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
        LocalDate day = from;
        boolean provisional = false;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            provisional |= !announced(day.getYear());
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new DueDay(day, provisional);
    }

    /** The announced days after the one day and up to the other. */
    public SpecialDays specialDays(LocalDate fromExclusive, LocalDate toInclusive) {
        List<String> off = new ArrayList<>();
        List<String> work = new ArrayList<>();
        for (LocalDate day = fromExclusive.plusDays(1); !day.isAfter(toInclusive); day = day.plusDays(1)) {
            AnnouncedDay special = announced.get(day);
            if (special == null || continues(special, day.minusDays(1), fromExclusive)) {
                continue;
            }
            LocalDate last = day;
            while (last.isBefore(toInclusive) && continues(announced.get(last.plusDays(1)), last, fromExclusive)) {
                last = last.plusDays(1);
            }
            String run = last.equals(day) ? day.toString() : day + "至" + last;
            if (special.kind() == DayKind.OFF) {
                off.add(special.festival() + run);
            } else {
                work.add(run);
            }
        }
        return new SpecialDays(List.copyOf(off), List.copyOf(work));
    }

    /** Whether a special day goes on with what the day before it was, within the stretch. */
    private boolean continues(AnnouncedDay special, LocalDate before, LocalDate fromExclusive) {
        AnnouncedDay other = before.isAfter(fromExclusive) ? announced.get(before) : null;
        return special != null
                && other != null
                && other.kind() == special.kind()
                && other.festival().equals(special.festival());
    }

    /** How many working days lie after the one day and up to the other; 0 if that is not later. */
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        if (!toInclusive.isAfter(fromExclusive)) {
            return 0;
        }
        return (int) fromExclusive
                .plusDays(1)
                .datesUntil(toInclusive.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
