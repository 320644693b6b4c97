package org.yiban.desk.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.ViewingTransfers;

/**
 * Lists cases: open ones by due day (those without one at the end), all others newest first. A page follows on the last
 * case of the one before, so that going on costs the same however far one is. Case files and deadlines are joined here
 * because the order needs both; this class only reads.
 */
@Component
@Transactional(readOnly = true)
class CaseList {

    private static final String FROM = """
            from yiban.case_file f left join yiban.case_clock d on d.case_number = f.case_number
            where f.pool in (:pools)
            """;
    private static final String BY_DUE_DAY = "coalesce(d.due_on, 'infinity'), f.case_number";
    private static final String CLOCK_STATE = "case when d.case_number is not null then"
            + " yiban.clock_state(d.stopped_on, d.met, d.held_since, d.due_on, d.at_risk_on, :today) end";
    private static final String BY_AGE = "f.opened_at, f.case_number";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ViewingTransfers transfers;
    private final People people;
    private final Regions regions;
    private final WorkingCalendars calendars;
    private final BusinessTime time;

    CaseList(
            JdbcClient jdbc,
            Cases cases,
            ViewingTransfers transfers,
            People people,
            Regions regions,
            WorkingCalendars calendars,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.transfers = transfers;
        this.people = people;
        this.regions = regions;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * A page of the cases of some pools.
     *
     * @throws org.yiban.kernel.ProblemException INVALID_INPUT if the page is to follow on a case that is not the pools'
     */
    CasePage page(Set<RegionCode> pools, CaseFilter filter) {
        if (filter.after() != null) {
            cases.find(filter.after())
                    .map(CaseFile::pool)
                    .filter(pools::contains)
                    .orElseThrow(() -> CaseFilter.unknownLast(filter.after().value()));
        }
        if (pools.isEmpty()) {
            return new CasePage(List.of(), null);
        }
        List<Listed> found = find(pools, filter);
        boolean more = found.size() > filter.limit();
        List<Listed> shown = more ? found.subList(0, filter.limit()) : found;
        return new CasePage(
                rows(shown), more ? shown.get(shown.size() - 1).number().value() : null);
    }

    private List<Listed> find(Set<RegionCode> pools, CaseFilter filter) {
        boolean open = filter.state() == CaseState.OPEN;
        String order = open ? BY_DUE_DAY : BY_AGE;
        Map<String, Object> values = new HashMap<>();
        values.put("pools", pools.stream().map(RegionCode::value).toList());
        values.put("most", filter.limit() + 1);
        values.put("today", time.today());
        StringBuilder conditions = new StringBuilder();
        if (filter.state() != null) {
            conditions.append(" and f.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.kind() != null) {
            conditions.append(" and f.kind = :kind");
            values.put("kind", filter.kind().name());
        }
        if (filter.clock() != null) {
            conditions.append(" and " + CLOCK_STATE + " = :clock");
            values.put("clock", filter.clock().name());
        }
        if (filter.text() != null) {
            conditions.append(" and position(:text in f.case_number) > 0");
            values.put("text", filter.text());
        }
        if (filter.after() != null) {
            conditions
                    .append(" and (%s) %s (select ".formatted(order, open ? ">" : "<"))
                    .append(order + " " + FROM + " and f.case_number = :after)");
            values.put("after", filter.after().value());
        }
        String direction = open ? order : "f.opened_at desc, f.case_number desc";
        return jdbc.sql("""
                        select f.case_number, f.kind, f.state, f.pool, f.person_id, f.outcome, f.opened_at, d.due_on,
                          d.provisional, d.held_since, d.left_when_held, d.stopped_on, %s as clock_state
                        """.formatted(CLOCK_STATE) + FROM + conditions + " order by " + direction + " limit :most")
                .params(values)
                .query(this::listed)
                .list();
    }

    private Listed listed(ResultSet row, int index) throws SQLException {
        RegionCode pool = new RegionCode(row.getString("pool"));
        return new Listed(
                new CaseNumber(row.getString("case_number")),
                CaseKind.valueOf(row.getString("kind")),
                CaseState.valueOf(row.getString("state")),
                pool,
                row.getLong("person_id"),
                row.getString("outcome"),
                row.getObject("opened_at", OffsetDateTime.class)
                        .atZoneSameInstant(BusinessTime.ZONE)
                        .toOffsetDateTime(),
                row.getString("clock_state") == null
                        ? null
                        : ListedClock.of(row, calendars.of(pool.value()), time.today()));
    }

    private List<CaseRow> rows(List<Listed> found) {
        Map<CaseNumber, Transfer> sides =
                transfers.sides(found.stream().map(Listed::number).toList());
        Map<Long, String> names = new HashMap<>();
        List<CaseRow> rows = new ArrayList<>();
        for (Listed listed : found) {
            Transfer side = sides.get(listed.number());
            ListedClock clock = listed.clock();
            RegionCode other = side == null ? null : side.otherPool();
            rows.add(new CaseRow(
                    listed.number().value(),
                    listed.kind(),
                    listed.kind().title(),
                    listed.state(),
                    listed.state().title(),
                    listed.pool().value(),
                    names.computeIfAbsent(
                            listed.personId(), id -> people.require(id).name()),
                    other == null ? null : other.value(),
                    other == null ? null : regions.fullName(other),
                    listed.openedAt(),
                    side == null ? null : side.acceptedOn(),
                    clock == null ? null : clock.dueOn(),
                    clock == null ? null : clock.provisional(),
                    clock != null && clock.overdue(),
                    clock == null ? null : clock.state(),
                    clock == null ? null : clock.state().title(),
                    clock == null ? null : clock.daysLeft(),
                    listed.outcome()));
        }
        return List.copyOf(rows);
    }

    private record Listed(
            CaseNumber number,
            CaseKind kind,
            CaseState state,
            RegionCode pool,
            long personId,
            String outcome,
            OffsetDateTime openedAt,
            ListedClock clock) {}
}
