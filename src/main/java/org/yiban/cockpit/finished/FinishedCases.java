package org.yiban.cockpit.finished;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseState;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.engine.EngineRecords;
import org.yiban.cockpit.engine.Position;
import org.yiban.cockpit.finished.FinishedView.FinishedCase;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockState;
import org.yiban.sla.Term;

/** Finds closed cases, the last closed first: each pool's newest are taken from the index and merged. */
@Component
@Transactional(readOnly = true)
class FinishedCases {

    private static final String FIND = """
            select f.*, c.accepted_on, c.due_on, c.working_days, c.stopped_on, c.met
            from unnest(:pools) p(code) cross join lateral (
                select f.* from yiban.case_file f where f.pool = p.code and f.closed_at is not null %s
                order by f.closed_at desc, f.case_number desc limit :most) f
            left join yiban.case_clock c on c.case_number = f.case_number
            order by f.closed_at desc, f.case_number desc limit :most
            """;

    private static final Position NOWHERE = new Position(null, null, null, null);

    private final JdbcClient jdbc;
    private final EngineRecords engine;
    private final People people;
    private final CaseScope scope;
    private final WorkingCalendars calendars;

    FinishedCases(JdbcClient jdbc, EngineRecords engine, People people, CaseScope scope, WorkingCalendars calendars) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.people = people;
        this.scope = scope;
        this.calendars = calendars;
    }

    private record Closed(
            CaseNumber number,
            RegionCode pool,
            long personId,
            CaseState state,
            String outcome,
            OffsetDateTime openedAt,
            OffsetDateTime closedAt,
            StoppedClock clock) {}

    private record StoppedClock(
            LocalDate acceptedOn, LocalDate dueOn, int workingDays, LocalDate stoppedOn, boolean met) {}

    /**
     * A page of closed cases.
     *
     * @throws ProblemException INVALID_INPUT if the page is to follow on a case that is not the pools' or not closed
     */
    FinishedView find(FinishedQuery query) {
        List<Closed> found = query.pools().isEmpty() ? List.of() : closed(query);
        boolean more = found.size() > query.limit();
        List<Closed> shown = more ? found.subList(0, query.limit()) : found;
        Map<String, Position> positions =
                engine.positions(shown.stream().map(one -> one.number().value()).toList());
        Map<Long, String> names =
                people.names(shown.stream().map(Closed::personId).collect(Collectors.toSet()));
        Map<RegionCode, WorkingCalendar> calendarOf = new HashMap<>();
        return new FinishedView(
                shown.stream()
                        .map(one -> view(
                                one,
                                names.get(one.personId()),
                                positions
                                        .getOrDefault(one.number().value(), NOWHERE)
                                        .processInstanceId(),
                                calendarOf))
                        .toList(),
                more ? shown.get(shown.size() - 1).number().value() : null);
    }

    private List<Closed> closed(FinishedQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("pools", query.pools().stream().map(RegionCode::value).toArray(String[]::new));
        values.put("most", query.limit() + 1);
        StringBuilder conditions = new StringBuilder();
        if (query.kind() != null) {
            conditions.append(" and f.kind = :kind");
            values.put("kind", query.kind().name());
        }
        if (query.text().number() != null) {
            conditions.append(" and position(:text in f.case_number) > 0");
            values.put("text", query.text().number());
        }
        if (query.text().name() != null || query.text().identity() != null) {
            conditions.append(" and f.person_id = any (:people)");
            values.put("people", people(query).toArray(Long[]::new));
        }
        if (query.after() != null) {
            conditions.append(" and (f.closed_at, f.case_number) < (:closedAt, :number)");
            values.put("closedAt", closedAt(query));
            values.put("number", query.after().value());
        }
        return jdbc.sql(FIND.formatted(conditions))
                .params(values)
                .query(FinishedCases::closed)
                .list();
    }

    private Set<Long> people(FinishedQuery query) {
        return query.text().name() != null
                ? people.named(query.text().name())
                : people.find(query.text().identity())
                        .map(Person::id)
                        .map(Set::of)
                        .orElse(Set.of());
    }

    private OffsetDateTime closedAt(FinishedQuery query) {
        return jdbc.sql("""
                        select closed_at from yiban.case_file
                        where case_number = ? and pool = any (?) and closed_at is not null
                        """)
                .params(
                        query.after().value(),
                        query.pools().stream().map(RegionCode::value).toArray(String[]::new))
                .query(OffsetDateTime.class)
                .optional()
                .orElseThrow(
                        () -> ProblemException.invalid("after", query.after().value(), "应为上一页 next 给出的案号"));
    }

    private FinishedCase view(
            Closed closed, String person, String processInstanceId, Map<RegionCode, WorkingCalendar> calendarOf) {
        StoppedClock clock = closed.clock();
        ClockState state = clock == null ? null : clock.met() ? ClockState.MET : ClockState.MISSED;
        WorkingCalendar calendar = calendarOf.computeIfAbsent(closed.pool(), pool -> calendars.of(pool.value()));
        return new FinishedCase(
                closed.number().value(),
                person,
                closed.pool().value(),
                scope.name(closed.pool()),
                closed.state(),
                closed.state().title(),
                state,
                state == null ? null : state.title(),
                closed.outcome(),
                closed.openedAt(),
                closed.closedAt(),
                clock == null ? null : clock.acceptedOn(),
                clock == null ? null : clock.dueOn(),
                clock == null
                        ? null
                        : clock.workingDays()
                                - Term.stored(calendar, clock.dueOn(), null).left(clock.stoppedOn()),
                clock == null ? null : clock.met(),
                processInstanceId);
    }

    private static Closed closed(ResultSet row, int n) throws SQLException {
        return new Closed(
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                CaseState.valueOf(row.getString("state")),
                row.getString("outcome"),
                beijing(row, "opened_at"),
                beijing(row, "closed_at"),
                clock(row));
    }

    private static StoppedClock clock(ResultSet row) throws SQLException {
        LocalDate stoppedOn = row.getObject("stopped_on", LocalDate.class);
        return stoppedOn == null
                ? null
                : new StoppedClock(
                        row.getObject("accepted_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("working_days"),
                        stoppedOn,
                        row.getBoolean("met"));
    }

    private static OffsetDateTime beijing(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(BusinessTime.ZONE)
                .toOffsetDateTime();
    }
}
