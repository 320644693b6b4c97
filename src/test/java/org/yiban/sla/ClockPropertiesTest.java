package org.yiban.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.sla.Moments.at;
import static org.yiban.sla.Moments.noon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProblemException;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockEvent.LegBegun;
import org.yiban.sla.ClockEvent.Paused;
import org.yiban.sla.ClockEvent.Reset;
import org.yiban.sla.ClockEvent.Resumed;
import org.yiban.sla.ClockEvent.Started;
import org.yiban.sla.ClockEvent.Stopped;

class ClockPropertiesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final int AT_RISK_DAYS = 2;
    private static final int LONGEST = 40;

    @Provide
    Arbitrary<LocalDate> acceptanceDays() {
        return Dates.dates().between(LocalDate.of(2018, 1, 1), LocalDate.of(2025, 12, 31));
    }

    /** Events after a start, in the order of their effect, a pause and its end among them as often as not. */
    @Provide
    Arbitrary<List<ClockEvent>> histories() {
        return Combinators.combine(
                        acceptanceDays(),
                        Arbitraries.integers().between(1, LONGEST),
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 9),
                                        Arbitraries.integers().between(0, 6))
                                .as((gap, type) -> new int[] {gap, type})
                                .list()
                                .ofMaxSize(9))
                .as(ClockPropertiesTest::history);
    }

    private static List<ClockEvent> history(LocalDate acceptedOn, int workingDays, List<int[]> steps) {
        List<ClockEvent> events = new ArrayList<>();
        events.add(new Started(at(acceptedOn), workingDays, TargetNature.LEGAL));
        LocalDate day = acceptedOn;
        int minute = 0;
        for (int[] step : steps) {
            day = day.plusDays(step[0]);
            minute++;
            var moment = noon(day).plusMinutes(minute);
            ClockEvent event =
                    switch (step[1]) {
                        case 0, 1 -> new Paused(moment, PauseReason.OTHER_REGION);
                        case 2, 3 -> new Resumed(moment);
                        case 4 -> new Extended(moment, 1 + step[0]);
                        case 5 -> new LegBegun(moment, Leg.TRANSFER_IN, 5);
                        default ->
                            step[0] < 7 ? new Extended(moment, 2) : new Reset(moment, workingDays, TargetNature.SET);
                    };
            if (possible(events, event)) {
                events.add(event);
            }
        }
        return events;
    }

    private static boolean possible(List<ClockEvent> events, ClockEvent next) {
        List<ClockEvent> all = new ArrayList<>(events);
        all.add(next);
        try {
            Clock.of(all, CALENDAR);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    @Property(tries = 500)
    void aPauseOfSoManyWorkingDaysMovesTheDueDayByExactlySoMany(
            @ForAll("acceptanceDays") LocalDate acceptedOn,
            @ForAll @IntRange(min = 1, max = LONGEST) int workingDays,
            @ForAll @IntRange(max = 60) int pausedAfter,
            @ForAll @IntRange(max = 60) int waited) {
        // given a pause that begins before the due day has ended
        Started started = new Started(at(acceptedOn), workingDays, TargetNature.LEGAL);
        LocalDate due = Clock.of(List.of(started), CALENDAR).dueOn();
        LocalDate pausedOn = acceptedOn.plusDays(pausedAfter);
        LocalDate resumedOn = pausedOn.plusDays(waited);
        Assume.that(!pausedOn.isAfter(due));

        // when
        Clock clock = Clock.of(
                List.of(
                        started,
                        new Paused(noon(pausedOn), PauseReason.FORCE_MAJEURE),
                        new Resumed(noon(resumedOn).plusHours(1))),
                CALENDAR);

        // then
        int waitedWorkingDays = countDayByDay(pausedOn, resumedOn);
        assertThat(countDayByDay(due, clock.dueOn())).isEqualTo(waitedWorkingDays);
        assertThat(CALENDAR.isWorkingDay(clock.dueOn())).isTrue();
    }

    @Property(tries = 500)
    void theDueDayIsWhatCountingDayByDayAndLeavingOutThePausesGives(@ForAll("histories") List<ClockEvent> events) {
        assertThat(Clock.of(events, CALENDAR).dueOn()).isEqualTo(NaiveClock.dueOn(events, CALENDAR));
    }

    @Property(tries = 500)
    void daysUsedAndDaysLeftAreAlwaysTheTargetAndItsExtensions(
            @ForAll("histories") List<ClockEvent> events, @ForAll @IntRange(max = 90) int later) {
        // given
        Clock clock = Clock.of(events, CALENDAR);
        LocalDate today = events.get(events.size() - 1).on().plusDays(later);

        // when
        ClockReading reading = clock.read(today, AT_RISK_DAYS);

        // then
        assertThat(reading.daysUsed() + reading.daysLeft()).isEqualTo(reading.target() + reading.extended());
    }

    @Property(tries = 500)
    void everyOrderOfInsertionWhosePrefixesArePossibleGivesTheSameClock(
            @ForAll("histories") List<ClockEvent> events, @ForAll long seed) {
        // given
        List<ClockEvent> shuffled = new ArrayList<>(events.subList(1, events.size()));
        Collections.shuffle(shuffled, new Random(seed));
        List<ClockEvent> inserted = new ArrayList<>(List.of(events.get(0)));

        // when each waits until it is possible
        boolean progress = true;
        while (progress && !shuffled.isEmpty()) {
            ClockEvent next = shuffled.stream()
                    .filter(event -> possible(inserted, event))
                    .findFirst()
                    .orElse(null);
            progress = next != null && shuffled.remove(next) && inserted.add(next);
        }
        Assume.that(shuffled.isEmpty());

        // then
        LocalDate today = events.get(events.size() - 1).on();
        Clock inOrder = Clock.of(events, CALENDAR);
        Clock otherwise = Clock.of(inserted, CALENDAR);
        assertThat(otherwise.read(today, AT_RISK_DAYS)).isEqualTo(inOrder.read(today, AT_RISK_DAYS));
        assertThat(otherwise.pauses()).isEqualTo(inOrder.pauses());
        assertThat(otherwise.legs(today)).isEqualTo(inOrder.legs(today));
    }

    @Property(tries = 300)
    void aClockThatStopsOnItsDueDayIsMetAndOneThatStopsADayLaterIsMissed(@ForAll("histories") List<ClockEvent> events) {
        // given
        LocalDate last = events.get(events.size() - 1).on();
        LocalDate due = Clock.of(events, CALENDAR).dueOnIfResumed(last);
        Assume.that(due.isAfter(last));

        // then
        assertThat(met(events, due)).isTrue();
        if (Clock.of(events, CALENDAR).heldSince().isEmpty()) {
            assertThat(met(events, due.plusDays(1))).isFalse();
        }
    }

    private static boolean met(List<ClockEvent> events, LocalDate day) {
        List<ClockEvent> all = new ArrayList<>(events);
        all.add(new Stopped(noon(day).plusHours(6)));
        return Clock.of(all, CALENDAR).met();
    }

    private static int countDayByDay(LocalDate fromExclusive, LocalDate toInclusive) {
        return (int) fromExclusive
                .plusDays(1)
                .datesUntil(toInclusive.isAfter(fromExclusive) ? toInclusive.plusDays(1) : fromExclusive.plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .count();
    }
}
