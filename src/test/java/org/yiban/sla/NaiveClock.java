package org.yiban.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockEvent.Reset;
import org.yiban.sla.ClockEvent.Started;

/**
 * The due day found by walking from day to day and leaving out the days of the pauses. Written apart from {@link Clock},
 * to be compared with it.
 */
final class NaiveClock {

    private final WorkingCalendar calendar;
    private final List<Waiting> waited = new ArrayList<>();
    private LocalDate acceptedOn;
    private int workingDays;
    private LocalDate waitingSince;

    private NaiveClock(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The due day; while the clock is held, as it stood when the pause began. */
    static LocalDate dueOn(List<ClockEvent> events, WorkingCalendar calendar) {
        NaiveClock clock = new NaiveClock(calendar);
        events.forEach(clock::take);
        return clock.walk();
    }

    private void take(ClockEvent event) {
        switch (event.type()) {
            case STARTED -> begin(event.on(), ((Started) event).workingDays());
            case RESET -> begin(event.on(), ((Reset) event).workingDays());
            case EXTENDED -> workingDays += ((Extended) event).workingDays();
            case PAUSED -> waitingSince = event.on().isAfter(walk()) ? null : event.on();
            case RESUMED -> {
                if (waitingSince != null) {
                    waited.add(new Waiting(waitingSince, event.on()));
                }
            }
            default -> {}
        }
    }

    private void begin(LocalDate day, int days) {
        acceptedOn = day;
        workingDays = days;
        waited.clear();
    }

    private LocalDate walk() {
        LocalDate due = acceptedOn;
        for (int left = workingDays; left > 0; ) {
            due = due.plusDays(1);
            if (calendar.isWorkingDay(due) && waitedOn(due).isEmpty()) {
                left--;
            }
        }
        // The day on which the agency begins to wait is not over: it goes along to the last working day of the waiting.
        for (Waiting waiting : waited) {
            if (waiting.from().equals(due)) {
                for (LocalDate day = waiting.until(); day.isAfter(due); day = day.minusDays(1)) {
                    if (calendar.isWorkingDay(day)) {
                        due = day;
                    }
                }
            }
        }
        return due;
    }

    private List<Waiting> waitedOn(LocalDate day) {
        return waited.stream()
                .filter(waiting -> day.isAfter(waiting.from()) && !day.isAfter(waiting.until()))
                .toList();
    }

    private record Waiting(LocalDate from, LocalDate until) {}
}
