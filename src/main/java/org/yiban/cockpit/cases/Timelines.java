package org.yiban.cockpit.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.Cases;
import org.yiban.cockpit.Standing;
import org.yiban.cockpit.cases.TimelineView.AtRisk;
import org.yiban.cockpit.cases.TimelineView.Event;
import org.yiban.cockpit.cases.TimelineView.Forecast;
import org.yiban.cockpit.cases.TimelineView.LegView;
import org.yiban.cockpit.cases.TimelineView.May;
import org.yiban.cockpit.cases.TimelineView.Pause;
import org.yiban.cockpit.cases.TimelineView.Request;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.sla.CaseClock;
import org.yiban.sla.Clock;
import org.yiban.sla.ClockEvent;
import org.yiban.sla.ClockSettings;
import org.yiban.sla.ClockState;
import org.yiban.sla.Clocks;
import org.yiban.sla.ExtensionRequests;
import org.yiban.sla.LegReading;
import org.yiban.sla.RecordedEvent;

/** Tells the clock of one case from its events. Who asks has made sure that the case may be seen. */
@Component
@Transactional(readOnly = true)
class Timelines {

    private static final int AROUND = 7;

    private final ClockedCases cases;
    private final CaseRows rows;
    private final Clocks clocks;
    private final ExtensionRequests requests;
    private final ClockSettings limits;
    private final WorkingCalendars calendars;
    private final Bases bases;
    private final SettingTable legDays;
    private final SettingTable atRiskDays;
    private final Access access;
    private final BusinessTime time;

    Timelines(
            ClockedCases cases,
            CaseRows rows,
            Clocks clocks,
            ExtensionRequests requests,
            ClockSettings limits,
            WorkingCalendars calendars,
            Bases bases,
            Settings settings,
            Access access,
            BusinessTime time) {
        this.cases = cases;
        this.rows = rows;
        this.clocks = clocks;
        this.requests = requests;
        this.limits = limits;
        this.calendars = calendars;
        this.bases = bases;
        this.legDays = settings.table(SettingShape.of("clock-legs").asksNumber("workingDays"));
        this.atRiskDays =
                settings.table(SettingShape.of("clock-at-risk").asksText("kind").asksText("pool"));
        this.access = access;
        this.time = time;
    }

    TimelineView of(CaseNumber number) {
        ListedCase listed = cases.find(number).orElseThrow(() -> Cases.unknown(number));
        CaseRow row = rows.rows(List.of(listed)).get(0);
        List<Request> open = requests(number);
        Optional<CaseClock> clock = clocks.of(number);
        return new TimelineView(
                row,
                clock.map(this::events).orElse(List.of()),
                clock.map(this::legs).orElse(List.of()),
                clock.map(this::pauses).orElse(List.of()),
                clock.map(this::daysOff).orElse(List.of()),
                clock.isPresent() && listed.standing().open() ? forecast(row) : null,
                clock.map(this::atRisk).orElse(null),
                open,
                may(listed, row, clock, open));
    }

    private List<Event> events(CaseClock clock) {
        Map<String, String> names = new HashMap<>();
        return clock.events().stream().map(event -> event(event, names)).toList();
    }

    private Event event(RecordedEvent recorded, Map<String, String> names) {
        ClockEvent event = recorded.event();
        ClockEvent.Paused paused = event instanceof ClockEvent.Paused is ? is : null;
        ClockEvent.LegBegun begun = event instanceof ClockEvent.LegBegun is ? is : null;
        return new Event(
                recorded.id(),
                event.type(),
                event.type().title(),
                event.at(),
                event instanceof ClockEvent.Counted counted ? counted.workingDays() : null,
                paused == null ? null : paused.reason(),
                paused == null ? null : paused.reason().title(),
                begun == null ? null : begun.leg(),
                begun == null ? null : begun.leg().title(),
                recorded.note(),
                recorded.basis(),
                bases.title(recorded.basis()),
                recorded.byUser(),
                name(recorded.byUser(), names),
                recorded.approvedBy(),
                name(recorded.approvedBy(), names),
                recorded.recordedAt(),
                recorded.retroactive());
    }

    private String name(String user, Map<String, String> names) {
        return user == null ? null : names.computeIfAbsent(user, access::nameOf);
    }

    private List<LegView> legs(CaseClock clock) {
        LocalDate end = clock.clock().stoppedOn().orElse(time.today());
        Setting setting = legDays.ask(clock.clock().target()).orElse(null);
        return clock.clock().legs(end).stream()
                .map(leg -> leg(leg, clock, end, setting))
                .toList();
    }

    private LegView leg(LegReading leg, CaseClock clock, LocalDate end, Setting setting) {
        boolean running = leg.until() == null;
        Standing standing = standing(leg, clock.clock().heldSince().isPresent());
        String basis = setting == null ? null : setting.basis();
        return new LegView(
                leg.leg(),
                leg.leg().title(),
                leg.from(),
                leg.until(),
                leg.target(),
                leg.dueOn(),
                used(leg.from(), running ? end : leg.until(), clock),
                leg.daysLeft(),
                standing,
                standing.title(),
                basis,
                bases.title(basis));
    }

    private static Standing standing(LegReading leg, boolean held) {
        if (leg.until() != null) {
            return leg.late() ? Standing.MISSED : Standing.MET;
        }
        if (leg.late()) {
            return Standing.OVERDUE;
        }
        return held ? Standing.PAUSED : Standing.ON_TRACK;
    }

    /** The working days of a stretch that count: those of pauses that hold the clock do not. */
    private int used(LocalDate from, LocalDate until, CaseClock clock) {
        WorkingCalendar calendar = calendars.of(clock.pool());
        int paused = clock.clock().pauses().stream()
                .filter(Clock.Pause::holds)
                .mapToInt(pause -> calendar.workingDaysBetween(
                        later(pause.from(), from),
                        pause.until() == null || pause.until().isAfter(until) ? until : pause.until()))
                .sum();
        return calendar.workingDaysBetween(from, until) - paused;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Pause> pauses(CaseClock clock) {
        WorkingCalendar calendar = calendars.of(clock.pool());
        return clock.clock().pauses().stream()
                .map(pause -> new Pause(
                        pause.from(),
                        pause.until(),
                        pause.reason(),
                        pause.reason().title(),
                        pause.until() == null && pause.holds()
                                ? calendar.workingDaysBetween(pause.from(), time.today())
                                : pause.workingDays()))
                .toList();
    }

    /** Those from a week before acceptance to a week after the last day that a drawing of the clock shows. */
    private List<LocalDate> daysOff(CaseClock clock) {
        WorkingCalendar calendar = calendars.of(clock.pool());
        LocalDate last = clock.clock().stoppedOn().orElse(time.today());
        LocalDate begun = clock.read(last).acceptedOn();
        LocalDate end = Stream.concat(
                        Stream.of(last, clock.clock().dueOn()),
                        clock.clock().legs(last).stream().map(LegReading::dueOn))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return begun.minusDays(AROUND)
                .datesUntil(end.plusDays(AROUND))
                .filter(day -> !calendar.isWorkingDay(day))
                .toList();
    }

    private Forecast forecast(CaseRow row) {
        String left = row.daysLeft() == 0 ? "今天是最后一天" : "还剩 " + row.daysLeft() + " 个工作日";
        String text =
                switch (row.state()) {
                    case PAUSED -> "现在暂停计时；如果今天恢复，到期日为 " + row.dueOn() + "，" + left;
                    case OVERDUE -> "到期日 " + row.dueOn() + " 已过，逾期 " + -row.daysLeft() + " 个工作日";
                    default -> "到期日为 " + row.dueOn() + "，" + left;
                };
        boolean provisional = row.provisional();
        return new Forecast(row.dueOn(), provisional, text + (provisional ? "；到期日暂定：其间有一年的放假安排尚未公布" : ""));
    }

    private AtRisk atRisk(CaseClock clock) {
        String basis = atRiskDays.require(clock.kind(), clock.pool()).basis();
        return new AtRisk(clock.atRiskDays(), basis, bases.title(basis));
    }

    private List<Request> requests(CaseNumber number) {
        return requests.open(number).stream()
                .map(request -> new Request(
                        request.id(),
                        request.workingDays(),
                        request.at(),
                        request.reason(),
                        request.askedBy(),
                        access.nameOf(request.askedBy()),
                        request.askedAt()))
                .toList();
    }

    private May may(ListedCase listed, CaseRow row, Optional<CaseClock> clock, List<Request> open) {
        CurrentUser user = access.current();
        boolean supervises = user.has(Role.SUPERVISE, listed.pool());
        boolean handles = supervises || user.has(Role.REVIEW, listed.pool());
        if (!listed.standing().open()) {
            return May.NOTHING;
        }
        boolean started = clock.isPresent();
        boolean paused = row.pausedOn() != null;
        return new May(
                started && handles && !paused,
                started && handles && paused,
                started && handles && open.isEmpty() && mayBeExtended(clock.get(), supervises),
                supervises
                        && open.stream().anyMatch(request -> !request.askedBy().equals(user.id())),
                started && supervises,
                supervises,
                supervises);
    }

    /** Once overdue, only what was granted before can still be recorded, by supervisors. */
    private boolean mayBeExtended(CaseClock clock, boolean supervises) {
        int most = limits.extension(clock.kind(), clock.pool()).most();
        return clock.clock().extensions() < most
                && (supervises || clock.read(time.today()).state() != ClockState.OVERDUE);
    }
}
