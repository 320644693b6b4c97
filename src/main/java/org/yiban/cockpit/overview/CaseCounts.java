package org.yiban.cockpit.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.Standing;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;

/** Counts open cases by all that an overview tells, in one pass over their clocks. */
@Component
@Transactional(readOnly = true)
class CaseCounts {

    /** Cases without clock are those open less those with one: finding them one by one would cost as much as all. */
    private static final String COUNT = """
            with clock as (
                select pool, kind, yiban.clock_state(stopped_on, met, held_since, due_on, at_risk_on, :today) as standing,
                    case when held_since is null then due_on end as due_on, leg,
                    coalesce(leg_due_on < coalesce(held_since, :today), false) as late, provisional,
                    computed_by <> :version as stale, count(*) as cases
                from yiban.case_clock where stopped_on is null and pool = any (:pools) %1$s
                group by 1, 2, 3, 4, 5, 6, 7, 8)
            select * from clock
            union all
            select f.pool, f.kind, 'NOT_STARTED', null, null, false, false, false,
                f.cases - coalesce((select sum(c.cases) from clock c where c.pool = f.pool and c.kind = f.kind), 0)
            from (select pool, kind, count(*) as cases from yiban.case_file
                where state = 'OPEN' and pool = any (:pools) %1$s group by pool, kind) f
            """;

    /** Else groups are made by sorting all cases on disk: the planner expects far more of them than there are. */
    private static final String ROOM_TO_COUNT = "set local work_mem = '64MB'";

    private final JdbcClient jdbc;
    private final Clocks clocks;
    private final BusinessTime time;

    CaseCounts(JdbcClient jdbc, Clocks clocks, BusinessTime time) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.time = time;
    }

    /** The open cases of some pools, of one kind or ({@code null}) all. */
    List<CaseCount> open(Collection<RegionCode> pools, CaseKind kind) {
        Map<String, Object> values = new HashMap<>();
        values.put("pools", codes(pools));
        values.put("today", time.today());
        values.put("version", clocks.version());
        if (kind != null) {
            values.put("kind", kind.name());
        }
        jdbc.sql(ROOM_TO_COUNT).update();
        return jdbc
                .sql(COUNT.formatted(kind == null ? "" : "and kind = :kind"))
                .params(values)
                .query(CaseCounts::count)
                .list()
                .stream()
                .filter(count -> count.cases() > 0)
                .toList();
    }

    /** How many extensions of open cases wait for approval, by pool. */
    Map<RegionCode, Integer> pendingExtensions(Collection<RegionCode> pools, CaseKind kind) {
        Map<RegionCode, Integer> pending = new HashMap<>();
        jdbc.sql("""
                        select c.pool, count(*) as requests
                        from yiban.extension_request r join yiban.case_clock c on c.case_number = r.case_number
                        where r.approved is null and c.stopped_on is null and c.pool = any (?) and c.kind = coalesce(?, c.kind)
                        group by c.pool
                        """).params(codes(pools), kind == null ? null : kind.name()).query(row -> {
            pending.put(new RegionCode(row.getString("pool")), row.getInt("requests"));
        });
        return pending;
    }

    private static String[] codes(Collection<RegionCode> pools) {
        return pools.stream().map(RegionCode::value).toArray(String[]::new);
    }

    private static CaseCount count(ResultSet row, int n) throws SQLException {
        String leg = row.getString("leg");
        return new CaseCount(
                new RegionCode(row.getString("pool")),
                CaseKind.valueOf(row.getString("kind")),
                Standing.valueOf(row.getString("standing")),
                row.getObject("due_on", LocalDate.class),
                leg == null ? null : Leg.valueOf(leg),
                row.getBoolean("late"),
                row.getBoolean("provisional"),
                row.getBoolean("stale"),
                row.getInt("cases"));
    }
}
