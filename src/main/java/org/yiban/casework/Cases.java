package org.yiban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.ProvisionReference;
import org.yiban.region.RegionCode;

/** Opens, finds and closes cases and keeps their history. Every change joins the transaction of its caller. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Cases {

    private static final String SELECT = """
            select case_number, kind, pool, person_id, state, outcome, opened_by, opened_at, closed_at
            from yiban.case_file
            """;

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final RunningNumbers numbers;
    private final BusinessTime time;

    Cases(JdbcClient jdbc, PendingWrites writes, RunningNumbers numbers, BusinessTime time) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.numbers = numbers;
        this.time = time;
    }

    /** Opens a case under the next number of its kind, pool and year. */
    public CaseFile open(CaseKind kind, RegionCode pool, long personId, String openedBy) {
        CaseNumber number = numbers.next(kind.letters(), pool);
        OffsetDateTime now = now();
        writes.later("""
                insert into yiban.case_file (case_number, kind, pool, person_id, state, opened_by, opened_at)
                values (?, ?, ?, ?, 'OPEN', ?, ?)
                """, number.value(), kind.name(), pool.value(), personId, openedBy, now);
        return new CaseFile(number, kind, pool, personId, CaseState.OPEN, null, openedBy, now, null);
    }

    /** Makes everybody else who changes the case wait until the caller's transaction ends. */
    public void lock(CaseNumber number) {
        jdbc.sql("select 1 from yiban.case_file where case_number = ? for update")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    /** Writes down what happened; {@code part} is {@code null} where nobody judged, {@code byUser} for the system. */
    public void note(CaseNumber number, String step, CasePart part, String text, String byUser) {
        writes.later("""
                insert into yiban.case_event (case_number, step, part, text, by_user, at)
                values (?, ?, ?, ?, ?, ?)
                """, number.value(), step, part == null ? null : part.name(), text, byUser, now());
    }

    /** Closes an open case; closing twice is an error of the caller. */
    public void close(CaseNumber number, CaseState state, String outcome) {
        int closed = jdbc.sql("""
                        update yiban.case_file set state = ?, outcome = ?, closed_at = ?
                        where case_number = ? and state = 'OPEN'
                        """)
                .params(state.name(), outcome, now(), number.value())
                .update();
        if (closed == 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "案件已经办结，不能再改变");
        }
    }

    /** Opens a closed case again; what was decided and how it ended stays in its history. */
    public void reopen(CaseNumber number) {
        int reopened = jdbc.sql("""
                        update yiban.case_file set state = 'OPEN', outcome = null, closed_at = null
                        where case_number = ? and state <> 'OPEN'
                        """).param(number.value()).update();
        if (reopened == 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "案件正在办理，不用重新打开");
        }
    }

    /** Issues a letter and keeps it with the case. */
    public void issueNotice(CaseNumber number, String kind, String title, String body, List<ProvisionReference> basis) {
        issue(number, kind, title, body, basis, false);
    }

    /** Issues a letter that tells a decision and how to object to it, likewise; the time for objections counts from it. */
    public void issueDecision(
            CaseNumber number, String kind, String title, String body, List<ProvisionReference> basis) {
        issue(number, kind, title, body, basis, true);
    }

    private void issue(
            CaseNumber number,
            String kind,
            String title,
            String body,
            List<ProvisionReference> basis,
            boolean decision) {
        writes.later("""
                insert into yiban.case_notice (case_number, kind, title, body, basis, decision, issued_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, number.value(), kind, title, body, ProvisionReference.join(basis), decision, now());
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> find(CaseNumber number) {
        return jdbc.sql(SELECT + " where case_number = ?")
                .param(number.value())
                .query(Cases::caseFile)
                .optional();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public CaseFile require(CaseNumber number) {
        return find(number).orElseThrow(() -> unknown(number));
    }

    /**
     * A case of one of these pools, as the caller of an endpoint may know of it.
     *
     * @throws ProblemException NOT_FOUND if there is none, whether it does not exist or is another pool's
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public CaseFile requireIn(Set<RegionCode> pools, CaseNumber number) {
        return find(number).filter(found -> pools.contains(found.pool())).orElseThrow(() -> unknown(number));
    }

    /** The refusal for a case that does not exist, or that the caller may not know of. */
    public static ProblemException unknown(CaseNumber number) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "caseNumber", number.value(), "没有这个案件");
    }

    /** Whether any of the pools has or had a case of a person. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean concern(long personId, Set<RegionCode> pools) {
        if (pools.isEmpty()) {
            return false;
        }
        return jdbc.sql("select exists (select from yiban.case_file where person_id = :person and pool in (:pools))")
                .param("person", personId)
                .param("pools", pools.stream().map(RegionCode::value).toList())
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseEvent> history(CaseNumber number) {
        return jdbc.sql("select step, part, text, by_user, at from yiban.case_event where case_number = ? order by id")
                .param(number.value())
                .query((row, i) -> new CaseEvent(
                        row.getString("step"),
                        row.getString("part") == null ? null : CasePart.valueOf(row.getString("part")),
                        row.getString("text"),
                        row.getString("by_user"),
                        instant(row, "at")))
                .list();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseNotice> notices(CaseNumber number) {
        return jdbc.sql(
                        "select kind, title, body, basis, issued_at from yiban.case_notice where case_number = ? order by id")
                .param(number.value())
                .query((row, i) -> new CaseNotice(
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("body"),
                        ProvisionReference.parseList(row.getString("basis")),
                        instant(row, "issued_at")))
                .list();
    }

    private static CaseFile caseFile(ResultSet row, int index) throws SQLException {
        return new CaseFile(
                new CaseNumber(row.getString("case_number")),
                CaseKind.valueOf(row.getString("kind")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                CaseState.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getString("opened_by"),
                instant(row, "opened_at"),
                instant(row, "closed_at"));
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }
}
