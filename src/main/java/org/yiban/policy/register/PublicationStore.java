package org.yiban.policy.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.tables.TableFile;

/** Keeps the register in the database. Rows are only ever added. */
@Component
class PublicationStore {

    private static final TypeReference<List<RuleChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<String>> REMARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final BusinessTime time;

    PublicationStore(JdbcClient jdbc, ObjectMapper json, BusinessTime time) {
        this.jdbc = jdbc;
        this.json = json;
        this.time = time;
    }

    /** Lets nobody else change the register, nor keep a decision, until the transaction ends; the last event. */
    long lock() {
        return jdbc.sql("select yiban.lock_register()").query(Long.class).single();
    }

    /** Keeps the register as it is until the transaction ends; the last event. */
    long hold() {
        return jdbc.sql("select yiban.hold_register()").query(Long.class).single();
    }

    /** The last event; 0 if there is none. */
    long sequence() {
        return jdbc.sql("select coalesce(max(id), 0) from yiban.publication_event")
                .query(Long.class)
                .single();
    }

    /** Keeps a version, if it is not kept yet. */
    void keep(TableFile file) {
        jdbc.sql("insert into yiban.table_content (digest, content, first_seen_at) values (?, ?, ?)"
                        + " on conflict (digest) do nothing")
                .params(file.digest(), file.content(), time.now().toOffsetDateTime())
                .update();
    }

    Optional<byte[]> content(String digest) {
        return jdbc.sql("select content from yiban.table_content where digest = ?")
                .param(digest)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> cases(long publication) {
        return jdbc.sql("select cases from yiban.publication where id = ? and cases is not null")
                .param(publication)
                .query(byte[].class)
                .optional();
    }

    /** Adds a publication without event; its id. */
    long add(TableFile file, TableFile base, NewPublication asked, PublicationChecks.Verdict verdict, String user) {
        keep(base);
        keep(file);
        return jdbc.sql("insert into yiban.publication (path, digest, base_digest, from_date, reason, source, changes,"
                        + " remarks, cases_name, cases, cases_passed, requested_by, requested_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?) returning id")
                .params(
                        file.path(),
                        file.digest(),
                        base.digest(),
                        asked.from(),
                        asked.reason(),
                        asked.source(),
                        write(verdict.changes()),
                        write(verdict.remarks()),
                        asked.casesName(),
                        asked.cases(),
                        verdict.casesPassed(),
                        user,
                        time.now().toOffsetDateTime())
                .query(Long.class)
                .single();
    }

    void event(long publication, PublicationEvent.Kind kind, String user, String reason) {
        jdbc.sql("insert into yiban.publication_event (publication_id, kind, by_user, reason, at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(publication, kind.name(), user, reason, time.now().toOffsetDateTime())
                .update();
    }

    Optional<Publication> find(long id) {
        return read("where id = " + id, events("where publication_id = " + id)).stream()
                .findFirst();
    }

    /** All publications, the newest first. */
    List<Publication> all() {
        return read("", events(""));
    }

    /** The publications in force, in the order of their confirmation. */
    List<Schedule.Published> inForce() {
        return jdbc.sql("""
                        select p.id, p.path, p.from_date, c.content
                        from yiban.publication p
                        join yiban.table_content c on c.digest = p.digest
                        join yiban.publication_event confirmed
                          on confirmed.publication_id = p.id and confirmed.kind = 'CONFIRMED'
                        where not exists (select 1 from yiban.publication_event gone
                                          where gone.publication_id = p.id and gone.kind = 'WITHDRAWN')
                        order by confirmed.id""")
                .query((row, n) -> new Schedule.Published(
                        row.getLong("id"),
                        new TableFile(row.getString("path"), row.getBytes("content")),
                        row.getObject("from_date", LocalDate.class)))
                .list();
    }

    private Map<Long, List<PublicationEvent>> events(String where) {
        record Row(long publication, PublicationEvent event) {}
        return jdbc
                .sql("select publication_id, kind, by_user, reason, at from yiban.publication_event " + where
                        + " order by id")
                .query((row, n) -> new Row(
                        row.getLong("publication_id"),
                        new PublicationEvent(
                                PublicationEvent.Kind.valueOf(row.getString("kind")),
                                row.getString("by_user"),
                                row.getString("reason"),
                                row.getObject("at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::publication, Collectors.mapping(Row::event, Collectors.toList())));
    }

    private List<Publication> read(String where, Map<Long, List<PublicationEvent>> events) {
        return jdbc.sql("select id, path, digest, base_digest, from_date, reason, source, changes, remarks, cases_name,"
                        + " cases_passed from yiban.publication " + where + " order by id desc")
                .query((row, n) -> publication(row, events.get(row.getLong("id"))))
                .list();
    }

    private Publication publication(ResultSet row, List<PublicationEvent> events) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getString("path"),
                row.getString("digest"),
                row.getString("base_digest"),
                row.getObject("from_date", LocalDate.class),
                row.getString("reason"),
                row.getString("source"),
                parse(row.getString("changes"), CHANGES),
                parse(row.getString("remarks"), REMARKS),
                row.getString("cases_name"),
                row.getInt("cases_passed"),
                events);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("changes and remarks are plain values", e);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept publication cannot be read", e);
        }
    }
}
