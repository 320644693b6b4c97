package org.yiban.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;

/** The table of relations that stand twice. */
@Component
class DuplicateRecords {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DuplicateRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(DuplicateCase found) {
        jdbc.sql("""
                        insert into yiban.duplicate_case (case_number, pool, person_id, found_on, found_in, first_relation,
                            second_relation, first_enrolment, second_enrolment, conversation_id, counterpart, settlement)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        found.caseNumber().value(),
                        found.pool().value(),
                        found.personId(),
                        found.foundOn(),
                        found.foundIn(),
                        write(found.first()),
                        write(found.second()),
                        found.first().enrolmentId(),
                        found.second().enrolmentId(),
                        found.conversation(),
                        found.counterpart(),
                        write(found.settlement()))
                .update();
    }

    void save(DuplicateCase changed) {
        jdbc.sql("""
                        update yiban.duplicate_case set first_relation = ?::jsonb, second_relation = ?::jsonb,
                            first_enrolment = ?, second_enrolment = ?, facts = ?::jsonb, wish = ?::jsonb, ruling = ?::jsonb,
                            settlement = ?::jsonb, answer = ?::jsonb, stop_reason = ?, applied = ?, conversation_id = ?
                        where case_number = ?
                        """)
                .params(
                        write(changed.first()),
                        write(changed.second()),
                        changed.first().enrolmentId(),
                        changed.second().enrolmentId(),
                        write(changed.facts()),
                        write(changed.wish()),
                        write(changed.ruling()),
                        write(changed.settlement()),
                        write(changed.answer()),
                        changed.stopReason(),
                        changed.applied(),
                        changed.conversation(),
                        changed.caseNumber().value())
                .update();
    }

    /** Writes down that a case is closed, or open again. */
    void open(CaseNumber number, boolean open) {
        jdbc.sql("update yiban.duplicate_case set open = ? where case_number = ?")
                .params(open, number.value())
                .update();
    }

    DuplicateCase require(CaseNumber number) {
        return find(number).orElseThrow();
    }

    Optional<DuplicateCase> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.duplicate_case where case_number = ?")
                .param(number.value())
                .query(this::found)
                .optional();
    }

    /** A pool's side of a common matter. */
    Optional<DuplicateCase> find(UUID conversation, RegionCode pool) {
        return jdbc.sql("select * from yiban.duplicate_case where conversation_id = ? and pool = ?")
                .params(conversation, pool.value())
                .query(this::found)
                .optional();
    }

    /** Holds what concerns a person's relations until the transaction ends: two who find the same open one case. */
    void lock(long personId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('duplicate', ?))")
                .param(personId)
                .query((row, i) -> Boolean.TRUE)
                .single();
    }

    /** The open cases of people, by person; what another pool asked for does not count. */
    Map<Long, List<DuplicateCase>> openOf(Collection<Long> personIds) {
        return jdbc
                .sql("select * from yiban.duplicate_case where person_id = any (?) and open and not counterpart")
                .param(personIds.toArray(Long[]::new))
                .query(this::found)
                .list()
                .stream()
                .collect(Collectors.groupingBy(DuplicateCase::personId));
    }

    private DuplicateCase found(ResultSet row, int index) throws SQLException {
        return new DuplicateCase(
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                row.getObject("found_on", LocalDate.class),
                row.getString("found_in"),
                read(row, "first_relation", Relation.class),
                read(row, "second_relation", Relation.class),
                row.getObject("conversation_id", UUID.class),
                row.getBoolean("counterpart"),
                read(row, "facts", KnownFacts.class),
                read(row, "wish", Wish.class),
                read(row, "ruling", DuplicateRuling.class),
                read(row, "settlement", Settlement.class),
                read(row, "answer", CounterpartAnswer.class),
                row.getString("stop_reason"),
                row.getBoolean("applied"));
    }

    private String write(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(ResultSet row, String column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
