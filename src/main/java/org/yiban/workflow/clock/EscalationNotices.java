package org.yiban.workflow.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** Keeps what the supervisors were told, once for each run of a clock, and what came of it. */
@Component
public class EscalationNotices {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    EscalationNotices(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Writes a notice, if it is news, in the place of those that are open; says whether it was. */
    boolean raise(CaseNumber number, String pool, int run, Escalation kind, LocalDate dueOn) {
        boolean known = raised(List.of(number)).getOrDefault(number, Set.of()).contains(new Raised(run, kind));
        if (known) {
            return false;
        }
        settle(number, null, null);
        jdbc.sql("""
                        insert into yiban.escalation_notice (case_number, pool, run, kind, due_on, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(number.value(), pool, run, kind.name(), dueOn, now())
                .update();
        return true;
    }

    /** Settles what is open of a case: by a supervisor with what was done, or by itself. */
    void settle(CaseNumber number, String byUser, String settlement) {
        jdbc.sql("""
                        update yiban.escalation_notice set settled_at = ?, settled_by = ?, settlement = ?
                        where case_number = ? and settled_at is null
                        """).params(now(), byUser, settlement, number.value()).update();
    }

    /** What was raised for some cases. */
    Map<CaseNumber, Set<Raised>> raised(Collection<CaseNumber> numbers) {
        return jdbc
                .sql("select case_number, run, kind from yiban.escalation_notice where case_number = any (?)")
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        new CaseNumber(row.getString("case_number")),
                        new Raised(row.getInt("run"), Escalation.valueOf(row.getString("kind")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /**
     * The notices of some pools, the newest first.
     *
     * @param before only those older than the notice of this id; {@code null} for the newest
     */
    public List<EscalationNotice> newest(Set<RegionCode> pools, Long before, int limit) {
        return jdbc.sql("""
                        select id, case_number, pool, kind, due_on, at, settled_at, settled_by, settlement
                        from yiban.escalation_notice
                        where pool = any (?) and id < ? order by id desc limit ?
                        """)
                .params(
                        pools.stream().map(RegionCode::value).toArray(String[]::new),
                        before == null ? Long.MAX_VALUE : before,
                        limit)
                .query(EscalationNotices::notice)
                .list();
    }

    /** The newest notice of a case, which its supervision is about; none where only its clock was paused. */
    public Optional<EscalationNotice> latest(CaseNumber number) {
        return jdbc.sql("""
                        select id, case_number, pool, kind, due_on, at, settled_at, settled_by, settlement
                        from yiban.escalation_notice where case_number = ? order by id desc limit 1
                        """)
                .param(number.value())
                .query(EscalationNotices::notice)
                .optional();
    }

    private static EscalationNotice notice(ResultSet row, int index) throws SQLException {
        return new EscalationNotice(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("pool"),
                Escalation.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                instant(row, "at"),
                instant(row, "settled_at"),
                row.getString("settled_by"),
                row.getString("settlement"));
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }

    /** That something was raised in a run of a clock. */
    record Raised(int run, Escalation kind) {}
}
