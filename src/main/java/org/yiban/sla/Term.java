package org.yiban.sla;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.yiban.calendar.WorkingCalendar;

/**
 * A number of working days after a day, which may be held and extended.
 *
 * @param dueOn the last of them; while held, as it stood when the hold began
 * @param heldSince the day after which no working day counts; {@code null} if all count
 */
public record Term(WorkingCalendar calendar, LocalDate dueOn, LocalDate heldSince) {

    /** The term behind a stored due day; a hold that began after the due day had ended holds nothing. */
    public static Term stored(WorkingCalendar calendar, LocalDate dueOn, LocalDate heldSince) {
        Term term = new Term(calendar, dueOn, null);
        return heldSince == null ? term : term.hold(heldSince);
    }

    static Term of(WorkingCalendar calendar, LocalDate from, int workingDays) {
        return new Term(calendar, calendar.addWorkingDays(from, workingDays).date(), null);
    }

    /** Holds the term, unless its due day has ended. */
    Term hold(LocalDate day) {
        return day.isAfter(dueOn) ? this : new Term(calendar, dueOn, day);
    }

    /** Goes on after a day, with as many working days left as there were when the hold began. */
    Term release(LocalDate day) {
        return new Term(calendar, dueOnIfReleased(day), null);
    }

    /** The due day if a term that is held went on after a day; the due day otherwise. */
    public LocalDate dueOnIfReleased(LocalDate day) {
        return heldSince == null ? dueOn : later(calendar.workingDaysBetween(heldSince, day));
    }

    Term extend(int workingDays) {
        return new Term(calendar, later(workingDays), heldSince);
    }

    boolean held() {
        return heldSince != null;
    }

    /** Working days left at the end of a day; below zero when overdue. */
    public int left(LocalDate day) {
        LocalDate last = held() ? heldSince : day;
        return last.isAfter(dueOn)
                ? -calendar.workingDaysBetween(dueOn, last)
                : calendar.workingDaysBetween(last, dueOn);
    }

    /** Whether counting from a day to another goes through a year whose notice is not loaded. */
    public static boolean provisional(WorkingCalendar calendar, LocalDate fromExclusive, LocalDate until) {
        return IntStream.rangeClosed(fromExclusive.plusDays(1).getYear(), until.getYear())
                .anyMatch(year -> !calendar.announced(year));
    }

    /** Whether the due day has ended before a day. */
    boolean passedBefore(LocalDate day) {
        return !held() && day.isAfter(dueOn);
    }

    private LocalDate later(int workingDays) {
        return workingDays == 0
                ? dueOn
                : calendar.addWorkingDays(dueOn, workingDays).date();
    }
}
