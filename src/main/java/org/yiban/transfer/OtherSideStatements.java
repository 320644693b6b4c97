package org.yiban.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** The table of what other agencies are said to have done. */
@Component
class OtherSideStatements {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    OtherSideStatements(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Keeps what was recorded; {@code completedOn} is {@code null} where the other agency ended the transfer without it. */
    void add(CaseNumber number, LocalDate completedOn, String reason, String byUser) {
        jdbc.sql("""
            insert into yiban.other_side_statement (case_number, ended, completed_on, reason, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?)
            """)
                .params(
                        number.value(),
                        completedOn == null ? "CLOSED" : "COMPLETED",
                        completedOn,
                        reason,
                        byUser,
                        time.now().toOffsetDateTime())
                .update();
    }

    /** All of a case, the first first. */
    List<OtherSideStatement> of(CaseNumber number) {
        return jdbc.sql("select * from yiban.other_side_statement where case_number = ? order by id")
                .param(number.value())
                .query(OtherSideStatements::statement)
                .list();
    }

    /** The one of a case that waits for a second person. */
    Optional<OtherSideStatement> open(CaseNumber number) {
        return of(number).stream().filter(OtherSideStatement::open).findAny();
    }

    /** Keeps what the second person decided; {@code byUser} is {@code null} where the case ended otherwise meanwhile. */
    void decide(long id, boolean confirmed, String answer, String byUser) {
        jdbc.sql("""
            update yiban.other_side_statement set confirmed = ?, answer = ?, decided_by = ?, decided_at = ?
            where id = ?
            """)
                .params(confirmed, answer, byUser, time.now().toOffsetDateTime(), id)
                .update();
    }

    private static OtherSideStatement statement(ResultSet row, int index) throws SQLException {
        return new OtherSideStatement(
                row.getLong("id"),
                row.getObject("completed_on", LocalDate.class),
                row.getString("reason"),
                row.getString("recorded_by"),
                instant(row, "recorded_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getObject("confirmed", Boolean.class),
                row.getString("answer"));
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }
}
