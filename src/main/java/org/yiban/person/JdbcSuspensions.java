package org.yiban.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The suspensions in our own table, where no core system is connected. */
@Repository
class JdbcSuspensions implements Suspensions {

    private final JdbcClient db;

    JdbcSuspensions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Suspension> of(long personId) {
        return ofAll(Set.of(personId)).getOrDefault(personId, List.of());
    }

    @Override
    public Map<Long, List<Suspension>> ofAll(Collection<Long> personIds) {
        Map<Long, List<Suspension>> found = new HashMap<>();
        db.sql("""
                        select e.person_id, s.* from yiban.enrolment_suspension s
                        join yiban.enrolment e on e.id = s.enrolment_id
                        where e.person_id = any (?) order by s.id
                        """).param(personIds.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>())
                    .add(suspension(row));
        });
        return found;
    }

    @Override
    @Transactional
    public void suspend(long enrolmentId, SuspensionKind kind, String reference, LocalDate from, String reason) {
        db.sql("""
                        insert into yiban.enrolment_suspension (enrolment_id, what, reference, from_day, reason)
                        values (?, ?, ?, ?, ?)
                        on conflict (enrolment_id, what, reference) where until_day is null do nothing
                        """)
                .params(enrolmentId, kind.name(), reference, from, reason.strip())
                .update();
    }

    @Override
    @Transactional
    public boolean resume(long enrolmentId, SuspensionKind kind, String reference, LocalDate until, String reason) {
        return db.sql("""
                        update yiban.enrolment_suspension set until_day = greatest(from_day, ?), end_reason = ?
                        where enrolment_id = ? and what = ? and reference = ? and until_day is null
                        """)
                        .params(until, reason.strip(), enrolmentId, kind.name(), reference)
                        .update()
                > 0;
    }

    private static Suspension suspension(ResultSet row) throws SQLException {
        return new Suspension(
                row.getLong("enrolment_id"),
                SuspensionKind.valueOf(row.getString("what")),
                row.getString("reference"),
                row.getObject("from_day", LocalDate.class),
                row.getString("reason"),
                row.getObject("until_day", LocalDate.class),
                row.getString("end_reason"));
    }
}
