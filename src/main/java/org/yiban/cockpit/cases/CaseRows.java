package org.yiban.cockpit.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.cases.ListedCase.StoredClock;
import org.yiban.cockpit.engine.EngineRecords;
import org.yiban.cockpit.engine.Position;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.People;
import org.yiban.region.RegionCode;

/** Makes rows that people read of cases that were found: a few questions for all of them together. */
@Component
@Transactional(readOnly = true)
class CaseRows {

    private static final Position NOWHERE = new Position(null, null, null, null);

    private final ClockedCases cases;
    private final EngineRecords engine;
    private final People people;
    private final CaseScope scope;
    private final WorkingCalendars calendars;
    private final Access access;
    private final BusinessTime time;

    CaseRows(
            ClockedCases cases,
            EngineRecords engine,
            People people,
            CaseScope scope,
            WorkingCalendars calendars,
            Access access,
            BusinessTime time) {
        this.cases = cases;
        this.engine = engine;
        this.people = people;
        this.scope = scope;
        this.calendars = calendars;
        this.access = access;
        this.time = time;
    }

    /** A page, and what the next one follows on. */
    CasePage page(CaseQuery query) {
        List<ListedCase> found = cases.find(query);
        boolean more = found.size() > query.limit();
        List<ListedCase> shown = more ? found.subList(0, query.limit()) : found;
        String next =
                more ? cases.place(shown.get(shown.size() - 1), query.order()).text() : null;
        return new CasePage(rows(shown), next, cases.count(query));
    }

    /** The rows of cases, in their order. */
    List<CaseRow> rows(List<ListedCase> found) {
        Map<String, Position> positions = engine.positions(
                found.stream().map(listed -> listed.number().value()).toList());
        Set<Long> ids = found.stream().map(ListedCase::personId).collect(Collectors.toSet());
        Map<Long, String> names = people.names(ids);
        Map<String, String> colleagues = new HashMap<>();
        Map<RegionCode, WorkingCalendar> calendarOf = new HashMap<>();
        LocalDate today = time.today();
        return found.stream()
                .map(listed -> {
                    Position position = positions.getOrDefault(listed.number().value(), NOWHERE);
                    String assigneeName = position.assignee() == null
                            ? null
                            : colleagues.computeIfAbsent(position.assignee(), access::nameOf);
                    WorkingCalendar calendar =
                            calendarOf.computeIfAbsent(listed.pool(), pool -> calendars.of(pool.value()));
                    ClockFigures figures =
                            listed.clock() == null ? null : ClockFigures.of(listed.clock(), calendar, today);
                    return row(listed, figures, names.get(listed.personId()), position, assigneeName);
                })
                .toList();
    }

    private CaseRow row(
            ListedCase listed, ClockFigures figures, String person, Position position, String assigneeName) {
        StoredClock clock = listed.clock();
        boolean started = clock != null;
        return new CaseRow(
                listed.number().value(),
                listed.kind(),
                listed.kind().title(),
                listed.pool().value(),
                scope.name(listed.pool()),
                person,
                listed.standing(),
                listed.standing().title(),
                started ? clock.acceptedOn() : null,
                started ? figures.dueOn() : null,
                started ? figures.provisional() : null,
                started ? clock.workingDays() - clock.extended() : null,
                started ? clock.extended() : null,
                started ? clock.nature() : null,
                started ? clock.nature().title() : null,
                started ? figures.daysUsed() : null,
                started ? figures.daysLeft() : null,
                started ? clock.leg() : null,
                started && clock.leg() != null ? clock.leg().title() : null,
                started ? figures.legDueOn() : null,
                started ? figures.legDaysLeft() : null,
                started ? clock.pausedOn() : null,
                started ? clock.pauseReason() : null,
                started && clock.pauseReason() != null ? clock.pauseReason().title() : null,
                position.activityId(),
                position.activityName(),
                position.assignee(),
                assigneeName,
                position.processInstanceId(),
                listed.openedAt());
    }
}
