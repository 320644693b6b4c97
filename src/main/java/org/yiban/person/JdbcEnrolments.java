package org.yiban.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/** Enrolments in our own tables, for {@link JdbcPeople}, whose transactions these join. */
@Repository
class JdbcEnrolments {

    private static final String COLUMNS =
            "id, person_id, pool, scheme, identity, from_day, until_day, end_reason, waiting_from, benefit_from";
    private static final String SELECT = "select " + COLUMNS + " from yiban.enrolment ";

    private final JdbcClient db;

    JdbcEnrolments(JdbcClient db) {
        this.db = db;
    }

    List<Enrolment> of(long personId) {
        return db.sql(SELECT + "where person_id = ? order by pool, scheme, from_day")
                .param(personId)
                .query(JdbcEnrolments::enrolment)
                .list();
    }

    Map<Long, List<Enrolment>> of(Collection<Long> personIds) {
        return db
                .sql(SELECT + "where person_id = any (?) order by pool, scheme, from_day")
                .param(personIds.toArray(Long[]::new))
                .query(JdbcEnrolments::enrolment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Enrolment::personId));
    }

    Optional<Enrolment> open(long personId, RegionCode pool, Scheme scheme) {
        return db.sql(SELECT + "where person_id = ? and pool = ? and scheme = ? and until_day is null")
                .params(personId, pool.value(), scheme.name())
                .query(JdbcEnrolments::enrolment)
                .optional();
    }

    /** An enrolment, locked until the transaction ends. */
    Enrolment lock(long enrolmentId) {
        return db.sql(SELECT + "where id = ? for update")
                .param(enrolmentId)
                .query(JdbcEnrolments::enrolment)
                .optional()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "没有这条参保关系"));
    }

    void end(long enrolmentId, LocalDate until, String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("endReason", reason, "请填写终止原因");
        }
        Enrolment enrolment = lock(enrolmentId);
        if (until.isBefore(enrolment.from())) {
            throw ProblemException.invalid("until", until.toString(), "不能早于参保起始日 " + enrolment.from());
        }
        if (!enrolment.open()) {
            if (!enrolment.until().equals(until)) {
                throw ProblemException.of(
                        ProblemKind.CONFLICT, "until", until.toString(), "参保关系已于 " + enrolment.until() + " 终止");
            }
            return;
        }
        db.sql("update yiban.enrolment set until_day = ?, end_reason = ? where id = ?")
                .params(until, reason.strip(), enrolmentId)
                .update();
    }

    Enrolment takeBackEnding(long enrolmentId, String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", reason, "请填写恢复的原因");
        }
        Enrolment ended = lock(enrolmentId);
        if (ended.open()) {
            return ended;
        }
        if (of(ended.personId()).stream().anyMatch(other -> follows(other, ended))) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "enrolmentId", Long.toString(enrolmentId), "该统筹区同一险种其后另有参保关系，不能恢复原来的");
        }
        db.sql("""
            insert into yiban.enrolment_reopening (enrolment_id, ended_on, end_reason, reason)
            values (?, ?, ?, ?)
            """)
                .params(enrolmentId, ended.until(), ended.endReason(), reason.strip())
                .update();
        db.sql("update yiban.enrolment set until_day = null, end_reason = null where id = ?")
                .param(enrolmentId)
                .update();
        return lock(enrolmentId);
    }

    private static boolean follows(Enrolment other, Enrolment ended) {
        return other.pool().equals(ended.pool())
                && other.scheme() == ended.scheme()
                && other.from().isAfter(ended.from());
    }

    Enrolment enrol(long personId, RegionCode pool, Scheme scheme, MemberIdentity identity, LocalDate from) {
        if (!identity.belongsTo(scheme)) {
            throw ProblemException.invalid("identity", identity.name(), "职工医保为 EMPLOYER 或 FLEXIBLE，居民医保为 RESIDENT");
        }
        boolean taken = db.sql("""
                        select exists (select from yiban.enrolment
                        where person_id = ? and pool = ? and scheme = ? and coalesce(until_day, 'infinity') >= ?)""")
                .params(personId, pool.value(), scheme.name(), from)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw alreadyEnrolled(from);
        }
        try {
            return db.sql("""
                            insert into yiban.enrolment (person_id, pool, scheme, identity, from_day)
                            values (?, ?, ?, ?, ?)
                            returning\s""" + COLUMNS)
                    .params(personId, pool.value(), scheme.name(), identity.name(), from)
                    .query(JdbcEnrolments::enrolment)
                    .single();
        } catch (DuplicateKeyException e) {
            throw alreadyEnrolled(from);
        }
    }

    private static Enrolment enrolment(ResultSet row, int rowNumber) throws SQLException {
        return new Enrolment(
                row.getLong("id"),
                row.getLong("person_id"),
                new RegionCode(row.getString("pool")),
                Scheme.valueOf(row.getString("scheme")),
                MemberIdentity.valueOf(row.getString("identity")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("end_reason"),
                row.getObject("waiting_from", LocalDate.class),
                row.getObject("benefit_from", LocalDate.class));
    }

    private static ProblemException alreadyEnrolled(LocalDate from) {
        return ProblemException.of(ProblemKind.CONFLICT, "from", from.toString(), "该统筹区同一险种已有参保关系，起始日应在其终止之后");
    }
}
