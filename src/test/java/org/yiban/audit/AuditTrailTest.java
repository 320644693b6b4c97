package org.yiban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.PeopleImport;

@YibanTest
class AuditTrailTest {

    @Autowired
    AuditTrail audit;

    @Autowired
    People people;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final IdentityNumber number = FictitiousPerson.man();

    @Test
    void everyRevealIsRecordedWithItsReason() {
        // given
        long id = stored();

        // when
        people.revealIdentityNumber(id, "与申请人核对");

        // then
        assertThat(audit.ofPerson(id))
                .extracting(AuditEvent::action, AuditEvent::actor, AuditEvent::reason)
                .containsExactly(tuple(AuditAction.IDENTITY_NUMBER_REVEALED, Actor.SYSTEM, "与申请人核对"));
    }

    @Test
    void aNumberWrittenIntoAReasonIsMasked() {
        // given
        long id = stored();

        // when
        people.revealIdentityNumber(id, "申请人报称" + number.value());

        // then
        assertThat(audit.ofPerson(id)).extracting(AuditEvent::reason).containsExactly("申请人报称" + number.masked());
    }

    @Test
    void aRevealWhoseRecordCannotBeWrittenDoesNotHappen() {
        // given a trail that cannot be written to, in this transaction alone
        long id = stored();

        // when, then
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    db.sql("alter table yiban.audit_event rename to audit_event_aside")
                            .update();
                    people.revealIdentityNumber(id, "核对");
                }))
                .hasMessageContaining("audit_event");
        assertThat(audit.ofPerson(id)).isEmpty();
    }

    @Test
    void aRevealThatIsRolledBackLeavesNoRecord() {
        // given
        long id = stored();

        // when
        transaction.executeWithoutResult(status -> {
            people.revealIdentityNumber(id, "核对");
            status.setRollbackOnly();
        });

        // then
        assertThat(audit.ofPerson(id)).isEmpty();
    }

    @Test
    void recordsOfACaseAreFoundByItsNumber() {
        // given
        String caseNumber = "TEST" + number.value().substring(3, 6) + System.identityHashCode(this);

        // when
        audit.record(AuditAction.IDENTITY_NUMBER_REVEALED, null, caseNumber, null);

        // then
        assertThat(audit.ofCase(caseNumber)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update yiban.audit_event set reason = ''",
                "delete from yiban.audit_event",
                "truncate yiban.audit_event"
            })
    void nobodyChangesOrRemovesARecord(String statement) {
        // given
        people.revealIdentityNumber(stored(), "核对");

        // when, then
        assertThatThrownBy(() -> db.sql(statement).update()).hasMessageContaining("only ever added");
    }

    private long stored() {
        CsvFiles files = new CsvFiles().person(number, "虚构·审计").employee(number, "371500", "2024-01-01");
        peopleImport.load(files.build(), "test", pool -> true);
        return people.find(number).orElseThrow().id();
    }
}
