package org.yiban.transfer;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;

/** What the transfer-in side asks about information tables; both sides keep it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TableQuestions {

    private final JdbcClient jdbc;
    private final InformationTables tables;
    private final TransferMessages messages;
    private final TransferLetters letters;
    private final People people;
    private final BusinessTime time;

    TableQuestions(
            JdbcClient jdbc,
            InformationTables tables,
            TransferMessages messages,
            TransferLetters letters,
            People people,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.messages = messages;
        this.letters = letters;
        this.people = people;
        this.time = time;
    }

    /**
     * Questions about a table.
     *
     * @param version of the table; the next one answers; 0 if it came on paper
     * @param paperReference number of the paper; {@code null} if it came as a message
     * @param byUser who asked, {@code null} on the side that was asked
     */
    record Question(int version, String paperReference, String questions, String byUser, OffsetDateTime askedAt) {

        /** Whether a table is the one that is questioned. */
        boolean about(InformationTable table) {
            return table.paper() == null
                    ? paperReference == null && table.version() == version
                    : table.paper().reference().equals(paperReference);
        }
    }

    /**
     * Asks the transfer-out side about the newest table, and keeps what was asked. About one that came on paper a letter
     * asks: the other side has sent no message that a message could name.
     */
    void ask(Transfer transfer, String questions, String byUser) {
        InformationTable newest = tables.newest(transfer.caseNumber()).orElseThrow();
        if (newest.paper() != null) {
            keep(transfer.caseNumber(), null, newest.paper().reference(), questions, byUser);
            letters.tableQuestioned(
                    transfer,
                    people.require(transfer.personId()),
                    newest.paper().reference(),
                    questions);
            return;
        }
        int version = newest.version();
        keep(transfer.caseNumber(), version, questions, byUser);
        messages.say(
                transfer,
                TransferMessages.TABLE_QUESTIONED,
                version,
                new TransferMessages.Questioned(version, questions));
    }

    /** Keeps questions about a version that was sent or received. */
    void keep(CaseNumber number, int version, String questions, String byUser) {
        keep(number, version, null, questions, byUser);
    }

    private void keep(CaseNumber number, Integer version, String paperReference, String questions, String byUser) {
        jdbc.sql("""
            insert into yiban.table_question (case_number, version, paper_reference, questions, by_user, asked_at,
              conversation_id)
            select ?, ?, ?, ?, ?, ?, conversation_id from yiban.transfer where case_number = ?
            """)
                .params(
                        number.value(),
                        version,
                        paperReference,
                        questions,
                        byUser,
                        time.now().toOffsetDateTime(),
                        number.value())
                .update();
    }

    /** All questions of a case, the first first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<Question> of(CaseNumber number) {
        return jdbc.sql("select q.* from yiban.table_question q join yiban.transfer t using (case_number,"
                        + " conversation_id) where case_number = ? order by id")
                .param(number.value())
                .query((row, i) -> new Question(
                        row.getInt("version"),
                        row.getString("paper_reference"),
                        row.getString("questions"),
                        row.getString("by_user"),
                        row.getObject("asked_at", OffsetDateTime.class)
                                .atZoneSameInstant(BusinessTime.ZONE)
                                .toOffsetDateTime()))
                .list();
    }
}
