package org.yiban.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockEvent.Beginning;
import org.yiban.sla.ClockEvent.Counted;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockEvent.LegBegun;
import org.yiban.sla.ClockEvent.Paused;
import org.yiban.sla.ClockEvent.Reset;
import org.yiban.sla.ClockEvent.Resumed;
import org.yiban.sla.ClockEvent.Started;
import org.yiban.sla.ClockEvent.Stopped;

/** Events as they are stored: one row an event, only added to. */
@Component
class ClockStore {

    private static final String ADD = """
            insert into yiban.clock_event (case_number, type, at, working_days, nature, reason, leg, note, basis,
                by_user, approved_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final PendingWrites writes;

    ClockStore(JdbcClient jdbc, PendingWrites writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Holds the clock of a case until the transaction ends; {@code false} if it has none. */
    boolean lock(CaseNumber number) {
        return jdbc.sql("select case_number from yiban.case_clock where case_number = ? for update")
                .param(number.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    Optional<CaseOfClock> caseOf(CaseNumber number) {
        return jdbc.sql("select pool, kind from yiban.case_file where case_number = ?")
                .param(number.value())
                .query(CaseOfClock.class)
                .optional();
    }

    void add(CaseNumber number, ClockEvent event, ClockEntry entry, OffsetDateTime recordedAt) {
        jdbc.sql(ADD).params(columns(number, event, entry, recordedAt)).update();
    }

    /** The same of the first event of a case that was opened in this transaction: nothing can stand against it. */
    void addFirst(CaseNumber number, ClockEvent event, ClockEntry entry, OffsetDateTime recordedAt) {
        writes.later(ADD, columns(number, event, entry, recordedAt));
    }

    private static Object[] columns(CaseNumber number, ClockEvent event, ClockEntry entry, OffsetDateTime recordedAt) {
        return new Object[] {
            number.value(),
            event.type().name(),
            event.at(),
            event instanceof Counted counted ? counted.workingDays() : null,
            event instanceof Beginning beginning ? beginning.nature().name() : null,
            event instanceof Paused paused ? paused.reason().name() : null,
            event instanceof LegBegun begun ? begun.leg().name() : null,
            entry.note(),
            entry.basis(),
            entry.byUser(),
            entry.approvedBy(),
            recordedAt
        };
    }

    /** The events of a case in the order of their effect. */
    List<RecordedEvent> events(CaseNumber number) {
        return events(List.of(number)).getOrDefault(number, List.of());
    }

    /** The events of some cases, each case's in the order of their effect. */
    Map<CaseNumber, List<RecordedEvent>> events(Collection<CaseNumber> numbers) {
        Map<CaseNumber, List<RecordedEvent>> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select id, case_number, type, at, working_days, nature, reason, leg, note, basis, by_user, approved_by,
                            recorded_at
                        from yiban.clock_event where case_number = any (?) order by case_number, id
                        """)
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(new CaseNumber(row.getString("case_number")), recorded(row)))
                .list()
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), number -> new ArrayList<>())
                        .add(entry.getValue()));
        found.values().forEach(events -> events.sort((a, b) -> ClockEvent.BY_EFFECT.compare(a.event(), b.event())));
        return found;
    }

    private static RecordedEvent recorded(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong("id"),
                event(row),
                row.getString("note"),
                row.getString("basis"),
                row.getString("by_user"),
                row.getString("approved_by"),
                beijing(row, "recorded_at"));
    }

    private static ClockEvent event(ResultSet row) throws SQLException {
        OffsetDateTime at = beijing(row, "at");
        int days = row.getInt("working_days");
        return switch (ClockEventType.valueOf(row.getString("type"))) {
            case STARTED -> new Started(at, days, TargetNature.valueOf(row.getString("nature")));
            case PAUSED -> new Paused(at, PauseReason.valueOf(row.getString("reason")));
            case RESUMED -> new Resumed(at);
            case EXTENDED -> new Extended(at, days);
            case STOPPED -> new Stopped(at);
            case RESET -> new Reset(at, days, TargetNature.valueOf(row.getString("nature")));
            case LEG_BEGUN -> new LegBegun(at, Leg.valueOf(row.getString("leg")), days);
        };
    }

    private static OffsetDateTime beijing(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(BusinessTime.ZONE)
                .toOffsetDateTime();
    }

    /** Whose case a clock is. */
    record CaseOfClock(String pool, String kind) {}
}
