package org.yiban.person;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Retirements and the first days of benefits in our own tables, for {@link JdbcPeople}. */
@Repository
class JdbcRetirements {

    private final JdbcClient db;
    private final BusinessTime time;

    JdbcRetirements(JdbcClient db, BusinessTime time) {
        this.db = db;
        this.time = time;
    }

    void retire(Person person, LocalDate on) {
        if (on.isBefore(person.bornOn())) {
            throw ProblemException.invalid("retiredOn", on.toString(), "不能早于出生日期");
        }
        int retired = db.sql("""
                        update yiban.person set retired_insured = true, retired_on = ?
                        where id = ? and (retired_on is null or retired_on = ?)""").params(on, person.id(), on).update();
        if (retired == 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "retiredOn", on.toString(), "登记显示此人已于另一日退休");
        }
    }

    void startBenefits(Enrolment enrolment, LocalDate from) {
        if (enrolment.until() != null && from.isAfter(enrolment.until())) {
            throw ProblemException.invalid("benefitFrom", from.toString(), "参保关系已于 " + enrolment.until() + " 终止");
        }
        if (from.equals(enrolment.benefitFrom())) {
            return;
        }
        boolean waits =
                enrolment.waitingFrom() != null && enrolment.waitingFrom().isBefore(from);
        write(enrolment, waits ? enrolment.waitingFrom() : null, from);
    }

    void takeBack(Person person) {
        db.sql("update yiban.person set retired_insured = false, retired_on = null where id = ?")
                .param(person.id())
                .update();
    }

    void takeBackBenefits(Enrolment enrolment) {
        db.sql(
                        "select waiting_before, benefit_before from yiban.benefit_start where enrolment_id = ? order by id desc limit 1")
                .param(enrolment.id())
                .query((row, i) -> new Before(
                        row.getObject("waiting_before", LocalDate.class),
                        row.getObject("benefit_before", LocalDate.class)))
                .optional()
                .ifPresent(before -> write(enrolment, before.waitingFrom(), before.benefitFrom()));
    }

    private void write(Enrolment enrolment, LocalDate waitingFrom, LocalDate benefitFrom) {
        db.sql("""
                        insert into yiban.benefit_start (enrolment_id, waiting_before, benefit_before, benefit_from, at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        enrolment.id(),
                        enrolment.waitingFrom(),
                        enrolment.benefitFrom(),
                        benefitFrom,
                        time.now().toOffsetDateTime())
                .update();
        db.sql("update yiban.enrolment set waiting_from = ?, benefit_from = ? where id = ?")
                .params(waitingFrom, benefitFrom, enrolment.id())
                .update();
    }

    private record Before(LocalDate waitingFrom, LocalDate benefitFrom) {}
}
