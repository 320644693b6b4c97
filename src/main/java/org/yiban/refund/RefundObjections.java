package org.yiban.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** The table of objections. */
@Component
class RefundObjections {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    RefundObjections(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void add(CaseFile file, LocalDate filedOn, String grounds, String filedBy) {
        jdbc.sql("""
                        insert into yiban.refund_objection
                            (case_number, filed_on, grounds, filed_by, filed_at, state_before, outcome_before)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        file.number().value(),
                        filedOn,
                        grounds,
                        filedBy,
                        time.now().toOffsetDateTime(),
                        file.state().name(),
                        file.outcome())
                .update();
    }

    /** Writes down what came of the objection that is open. */
    void decide(CaseNumber number, boolean reopened, String reason, String by) {
        jdbc.sql("""
                        update yiban.refund_objection set reopened = ?, reason = ?, decided_by = ?, decided_at = ?
                        where case_number = ? and reopened is null
                        """)
                .params(reopened, reason, by, time.now().toOffsetDateTime(), number.value())
                .update();
    }

    /** The objections of a case, oldest first. */
    List<RefundObjection> of(CaseNumber number) {
        return jdbc.sql("select * from yiban.refund_objection where case_number = ? order by id")
                .param(number.value())
                .query(RefundObjections::objection)
                .list();
    }

    Optional<RefundObjection> newest(CaseNumber number) {
        List<RefundObjection> all = of(number);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static RefundObjection objection(ResultSet row, int index) throws SQLException {
        return new RefundObjection(
                row.getLong("id"),
                row.getObject("filed_on", LocalDate.class),
                row.getString("grounds"),
                row.getString("filed_by"),
                moment(row, "filed_at"),
                CaseState.valueOf(row.getString("state_before")),
                row.getString("outcome_before"),
                row.getObject("reopened", Boolean.class),
                row.getString("reason"),
                row.getString("decided_by"),
                moment(row, "decided_at"));
    }

    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }
}
