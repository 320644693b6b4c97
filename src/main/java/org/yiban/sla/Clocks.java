package org.yiban.sla;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseFile;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockEvent.LegBegun;
import org.yiban.sla.ClockEvent.Paused;
import org.yiban.sla.ClockEvent.Reset;
import org.yiban.sla.ClockEvent.Resumed;
import org.yiban.sla.ClockEvent.Started;
import org.yiban.sla.ClockEvent.Stopped;
import org.yiban.sla.ClockStore.CaseOfClock;

/**
 * Records what happens to the clocks of cases. Due day, days and state are always derived from the events and the calendar
 * of the case's pool; {@code case_clock} only repeats them. Whoever records holds the clock until the transaction ends, and
 * {@link ClockMoved} is published within it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Clocks {

    private final ClockStore store;
    private final ClockRows rows;
    private final PendingWrites writes;
    private final WorkingCalendars calendars;
    private final ClockSettings settings;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Clocks(
            ClockStore store,
            ClockRows rows,
            PendingWrites writes,
            WorkingCalendars calendars,
            ClockSettings settings,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.store = store;
        this.rows = rows;
        this.writes = writes;
        this.calendars = calendars;
        this.settings = settings;
        this.time = time;
        this.events = events;
    }

    /**
     * Starts the clock of a case: the acceptance day is not counted, the last working day is the due day.
     *
     * @param workingDays how many, at least one
     */
    public Clock start(
            CaseNumber number, LocalDate acceptedOn, int workingDays, TargetNature nature, ClockEntry entry) {
        OffsetDateTime at = acceptedOn.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
        return record(number, new Started(at, workingDays, nature), entry);
    }

    /**
     * Starts the clock of a case together with the case: likewise, but nothing has to be read for it.
     *
     * @param opened in this very transaction
     */
    public Clock startOf(
            CaseFile opened, LocalDate acceptedOn, int workingDays, TargetNature nature, ClockEntry entry) {
        OffsetDateTime at = acceptedOn.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
        Started event = new Started(at, workingDays, nature);
        OffsetDateTime now = now();
        requireBegun(event, now);
        CaseOfClock owner = new CaseOfClock(opened.pool().value(), opened.kind().name());
        WorkingCalendar calendar = writes.past(() -> calendars.of(owner.pool()));
        Clock clock = Clock.of(List.of(event), calendar);
        store.addFirst(opened.number(), event, entry, now);
        rows.add(row(opened.number(), owner, clock, version(calendar.version())));
        events.publishEvent(
                new ClockMoved(ClockTimes.of(opened.number(), owner.pool(), clock, atRiskDays(owner)), true));
        return clock;
    }

    /**
     * Begins somebody's part of a case, where the agency has set how many of the case's working days it has; the part
     * that ran before ends.
     *
     * @param from the day on which it begins, which is not counted; not after today
     */
    public void beginLeg(CaseNumber number, Leg leg, LocalDate from) {
        OffsetDateTime at = from.equals(time.today())
                ? now()
                : from.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
        beginLeg(number, leg, at, of(number).orElseThrow().clock().target());
    }

    private void beginLeg(CaseNumber number, Leg leg, OffsetDateTime at, int total) {
        Integer workingDays = settings.legs(total).get(leg);
        if (workingDays != null) {
            record(number, new LegBegun(at, leg, workingDays), ClockEntry.BY_PROCESS);
        }
    }

    /**
     * Begins the clock anew, with the leg that ran. What differs from the target before counts as set by a supervisor.
     *
     * @param workingDays how many, at least one
     */
    public Clock reset(CaseNumber number, OffsetDateTime at, int workingDays, ClockEntry entry) {
        Clock before = of(number).orElseThrow().clock();
        TargetNature nature = workingDays == before.target() ? before.nature() : TargetNature.SET;
        Clock anew = record(number, new Reset(at, workingDays, nature), entry);
        before.leg().ifPresent(leg -> beginLeg(number, leg, at, workingDays));
        return anew;
    }

    /** Lets a clock stand while somebody else has to do something; does nothing if it stands already. */
    public void pause(CaseNumber number, PauseReason reason, ClockEntry entry) {
        if (!paused(number)) {
            record(number, new Paused(now(), reason), entry);
        }
    }

    /** Lets a clock go on; does nothing if it runs, as where a person let it go on before. */
    public void resume(CaseNumber number, ClockEntry entry) {
        if (paused(number)) {
            record(number, new Resumed(now()), entry);
        }
    }

    /** Whether a pause has not ended, be it one that began after the due day and holds nothing. */
    private boolean paused(CaseNumber number) {
        store.lock(number);
        return require(number).clock().pause().isPresent();
    }

    /** Stops the clock of a case that is closed; does nothing if it has none. */
    public void stop(CaseNumber number) {
        if (store.lock(number)) {
            record(number, new Stopped(now()), ClockEntry.BY_PROCESS);
        }
    }

    /**
     * Records an event, at its place among the others.
     *
     * @throws ProblemException INVALID_INPUT if it would take effect in the future, CONFLICT if it cannot be where it is: a
     *     pause of a paused clock, a resumption without pause, an event before the start or after the end, an extension
     *     after the due day; NOT_FOUND if there is no such case
     */
    public Clock record(CaseNumber number, ClockEvent event, ClockEntry entry) {
        OffsetDateTime now = now();
        requireBegun(event, now);
        List<RecordedEvent> before = store.lock(number) ? store.events(number) : List.of();
        CaseOfClock owner = store.caseOf(number)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "caseNumber", number.value(), "没有这个案件"));
        if (event instanceof Extended) {
            requireInTime(owner.pool(), before, event.at());
        }
        List<ClockEvent> all =
                new ArrayList<>(before.stream().map(RecordedEvent::event).toList());
        all.add(event);
        WorkingCalendar calendar = calendars.of(owner.pool());
        Clock clock = Clock.of(all, calendar);
        add(number, event, entry, now);
        rows.keep(List.of(row(number, owner, clock, version(calendar.version()))));
        events.publishEvent(
                new ClockMoved(ClockTimes.of(number, owner.pool(), clock, atRiskDays(owner)), before.isEmpty()));
        return clock;
    }

    private static void requireBegun(ClockEvent event, OffsetDateTime now) {
        if (event.at().isAfter(now)) {
            throw ProblemException.invalid("at", event.at().toString(), "不能晚于现在（" + now + "）");
        }
    }

    private void add(CaseNumber number, ClockEvent event, ClockEntry entry, OffsetDateTime now) {
        try {
            store.add(number, event, entry, now);
        } catch (DuplicateKeyException e) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "at",
                    event.at().toString(),
                    "同一时刻已记有一次" + event.type().title());
        }
    }

    /**
     * Makes sure that a clock can be extended at a moment.
     *
     * @throws ProblemException CONFLICT if the due day has ended before
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void requireInTime(CaseClock known, OffsetDateTime at) {
        requireInTime(known.pool(), known.events(), at);
    }

    private void requireInTime(String pool, List<RecordedEvent> recorded, OffsetDateTime at) {
        List<ClockEvent> earlier = recorded.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.at().isBefore(at))
                .toList();
        Clock clock = Clock.of(earlier, calendars.of(pool));
        if (clock.passedBefore(BusinessTime.dayOf(at))) {
            throw ProblemException.of(ProblemKind.CONFLICT, "到期日 " + clock.dueOn() + " 已过，不能再延长；到期之前已经批准的，请按批准的时间补记");
        }
    }

    /** The clock of a case; empty if it has not started. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseClock> of(CaseNumber number) {
        List<RecordedEvent> recorded = store.events(number);
        return recorded.isEmpty()
                ? Optional.empty()
                : Optional.of(caseClock(number, store.caseOf(number).orElseThrow(), recorded));
    }

    /**
     * The clock of a case.
     *
     * @throws ProblemException CONFLICT if it has not started
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public CaseClock require(CaseNumber number) {
        return of(number)
                .orElseThrow(
                        () -> ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "案件尚未受理，时限没有起算"));
    }

    /** When the clock of a case rings; empty if it has not started. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<ClockTimes> times(CaseNumber number) {
        return of(number).map(known -> ClockTimes.of(number, known.pool(), known.clock(), known.atRiskDays()));
    }

    /**
     * Derives the clocks of some cases anew from their events, and repairs whatever {@code case_clock} says otherwise.
     *
     * @return those that moved or were wrong
     */
    public List<RecomputedClock> recompute(List<CaseNumber> numbers) {
        Map<String, ClockRow> stored = rows.lock(numbers);
        List<RecomputedClock> moved = new ArrayList<>();
        List<ClockRow> fresh = new ArrayList<>();
        WorkingCalendars counted = calendars.now();
        store.events(numbers).forEach((number, recorded) -> {
            ClockRow old = stored.get(number.value());
            CaseOfClock owner = new CaseOfClock(old.pool(), old.kind());
            WorkingCalendar calendar = counted.of(owner.pool());
            Clock clock = Clock.of(recorded.stream().map(RecordedEvent::event).toList(), calendar);
            ClockRow now = row(number, owner, clock, version(calendar.version()));
            fresh.add(now);
            if (!old.equals(row(number, owner, clock, old.computedBy()))) {
                moved.add(new RecomputedClock(number, old.dueOn(), now.dueOn(), old.provisional(), now.provisional()));
                events.publishEvent(
                        new ClockMoved(ClockTimes.of(number, owner.pool(), clock, atRiskDays(owner)), false));
            }
        });
        rows.keep(fresh);
        return moved;
    }

    /** The version of calendar and settings by which clocks are computed now; a row with another one is stale. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long version() {
        return version(calendars.version());
    }

    private CaseClock caseClock(CaseNumber number, CaseOfClock owner, List<RecordedEvent> recorded) {
        Clock clock = Clock.of(recorded.stream().map(RecordedEvent::event).toList(), calendars.of(owner.pool()));
        return new CaseClock(number, owner.pool(), owner.kind(), clock, recorded, atRiskDays(owner));
    }

    private ClockRow row(CaseNumber number, CaseOfClock owner, Clock clock, long computedBy) {
        return ClockRow.of(number, owner.pool(), owner.kind(), clock, atRiskDays(owner), computedBy);
    }

    /** Calendar and settings in one number: settings change with a release, so that 32 bits tell them apart. */
    private long version(long calendarVersion) {
        return calendarVersion << Integer.SIZE | Integer.toUnsignedLong(settings.version());
    }

    private int atRiskDays(CaseOfClock owner) {
        return settings.atRiskDays(owner.kind(), owner.pool());
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS);
    }
}
