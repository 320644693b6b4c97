package org.yiban.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** The extensions that were asked for; a case has one open request at most. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ExtensionRequests {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    ExtensionRequests(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Asks for an extension.
     *
     * @param at when it was granted, if that is recorded later; {@code null} for the moment of its approval
     *
     * @throws ProblemException CONFLICT if another request of the case is open
     */
    public void ask(CaseNumber number, int workingDays, OffsetDateTime at, String reason, String askedBy) {
        try {
            jdbc.sql("""
                            insert into yiban.extension_request (case_number, working_days, at, reason, asked_by, asked_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(number.value(), workingDays, at, reason, askedBy, now())
                    .update();
        } catch (DuplicateKeyException e) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "本案已有一项延长申请待批，批复之后才能再申请");
        }
    }

    /** The open request of a case. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<ExtensionRequest> open(CaseNumber number) {
        return jdbc.sql("""
                        select id, case_number, working_days, at, reason, asked_by, asked_at from yiban.extension_request
                        where case_number = ? and approved is null
                        """).param(number.value()).query((row, n) -> read(row)).optional();
    }

    /** The open requests of the open cases of some pools, the oldest first, so many at most. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ExtensionRequest> open(Collection<String> pools, int most) {
        if (pools.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select r.id, r.case_number, r.working_days, r.at, r.reason, r.asked_by, r.asked_at
                        from yiban.extension_request r join yiban.case_clock c using (case_number)
                        where r.approved is null and c.stopped_on is null and c.pool in (:pools)
                        order by r.id limit :most
                        """)
                .param("pools", pools)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Writes down what became of a request. */
    public void decide(long id, boolean approved, String decidedBy, String note) {
        jdbc.sql("""
                        update yiban.extension_request set approved = ?, decided_by = ?, decision_note = ?, decided_at = ?
                        where id = ? and approved is null
                        """).params(approved, decidedBy, note, now(), id).update();
    }

    private static ExtensionRequest read(ResultSet row) throws SQLException {
        return new ExtensionRequest(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getInt("working_days"),
                beijing(row, "at"),
                row.getString("reason"),
                row.getString("asked_by"),
                beijing(row, "asked_at"));
    }

    private static OffsetDateTime beijing(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }
}
