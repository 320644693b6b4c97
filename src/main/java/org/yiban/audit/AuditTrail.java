package org.yiban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.IdentityNumber;
import org.yiban.person.IdentityNumberRevealed;
import org.yiban.person.PeopleImported;

/** The audit trail. Records stand in the transaction of what they record: neither is there without the other. */
@Component
public class AuditTrail {

    private static final String EVENT =
            "select id, happened_at, actor, actor_name, action, person_id, case_number, reason from yiban.audit_event ";

    private final JdbcClient db;
    private final BusinessTime time;
    private final ObjectProvider<Actors> actors;

    AuditTrail(JdbcClient db, BusinessTime time, ObjectProvider<Actors> actors) {
        this.db = db;
        this.time = time;
        this.actors = actors;
    }

    /**
     * Records what the acting person does now.
     *
     * @param personId on whom, or {@code null}
     * @param caseNumber on which case, or {@code null}
     * @param reason why, or what exactly; identity numbers within it are masked
     */
    @Transactional
    public void record(AuditAction action, Long personId, String caseNumber, String reason) {
        Actor actor = actors.stream()
                .flatMap(source -> source.current().stream())
                .findFirst()
                .orElse(Actor.SYSTEM);
        db.sql("""
                        insert into yiban.audit_event
                            (happened_at, actor, actor_name, action, person_id, case_number, reason)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        time.now().toOffsetDateTime(),
                        actor.id(),
                        actor.name(),
                        action.name(),
                        personId,
                        caseNumber,
                        IdentityNumber.maskWithin(reason))
                .update();
    }

    /** What was recorded on a person, latest first. */
    public List<AuditEvent> ofPerson(long personId) {
        return db.sql(EVENT + "where person_id = ? order by id desc")
                .param(personId)
                .query(AuditTrail::event)
                .list();
    }

    /** What was recorded on a case, latest first. */
    public List<AuditEvent> ofCase(String caseNumber) {
        return db.sql(EVENT + "where case_number = ? order by id desc")
                .param(caseNumber)
                .query(AuditTrail::event)
                .list();
    }

    @EventListener
    void on(IdentityNumberRevealed revealed) {
        record(AuditAction.IDENTITY_NUMBER_REVEALED, revealed.personId(), null, revealed.reason());
    }

    @EventListener
    void on(PeopleImported imported) {
        record(
                AuditAction.PEOPLE_IMPORTED,
                null,
                null,
                "来源 %s：新增参保人%d人，参保关系%d条，缴费月份%d个，缴费%d笔，个人账户%d个"
                        .formatted(
                                imported.source(),
                                imported.people(),
                                imported.enrolments(),
                                imported.months(),
                                imported.payments(),
                                imported.accounts()));
    }

    private static AuditEvent event(ResultSet row, int rowNumber) throws SQLException {
        return new AuditEvent(
                row.getLong("id"),
                row.getObject("happened_at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE),
                new Actor(row.getString("actor"), row.getString("actor_name")),
                AuditAction.valueOf(row.getString("action")),
                row.getObject("person_id", Long.class),
                row.getString("case_number"),
                row.getString("reason"));
    }
}
