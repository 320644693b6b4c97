package org.yiban.bulk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.bulk.table.TableFormat;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/** Keeps files and what happened to them; every change joins its caller's transaction. */
@Component
class BulkFiles {

    private static final String SELECT = """
            select id, kind, pool, name, format, digest, bytes, state, note, header, row_count, seed, uploaded_by,
                uploaded_at, submitted_by, submitted_at, decided_by, decided_at, ended_at, emptied_at, tries
            from yiban.bulk_file
            """;
    private static final String ENDS = "'UNREADABLE', 'RETURNED', 'WITHDRAWN', 'DONE'";

    private final JdbcClient jdbc;
    private final BusinessTime time;

    BulkFiles(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A file of the same contents that was not refused; whoever asks at the same time waits. */
    Optional<BulkFile> known(RegionCode pool, String kind, String digest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("bulk-file " + pool + kind + digest)
                .query((row, n) -> Boolean.TRUE)
                .single();
        return jdbc.sql(SELECT + """
                        where pool = ? and kind = ? and digest = ?
                            and state not in ('RECEIVING', 'UNREADABLE', 'RETURNED', 'WITHDRAWN')
                        """)
                .params(pool.value(), kind, digest)
                .query(BulkFiles::file)
                .optional();
    }

    /** Adds a file that begins to come. */
    long add(BulkKind kind, RegionCode pool, String name, TableFormat format, String uploadedBy) {
        return jdbc.sql("""
                        insert into yiban.bulk_file (kind, pool, name, format, state, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, 'RECEIVING', ?, ?) returning id
                        """)
                .params(kind.key(), pool.value(), name, format.name(), uploadedBy, now())
                .query(Long.class)
                .single();
    }

    /** All of a file has come. */
    void received(long id, String digest, long bytes) {
        jdbc.sql("update yiban.bulk_file set digest = ?, bytes = ?, state = 'RECEIVED' where id = ?")
                .params(digest, bytes, id)
                .update();
    }

    /** Forgets a file that has not come whole, or turned out to be known. */
    void drop(long id) {
        jdbc.sql("delete from yiban.bulk_chunk where file_id = ?").param(id).update();
        jdbc.sql("delete from yiban.bulk_file where id = ? and state = 'RECEIVING'")
                .param(id)
                .update();
    }

    /** Files that began to come before a moment and never came whole. */
    List<Long> abandonedBefore(OffsetDateTime moment) {
        return jdbc.sql("select id from yiban.bulk_file where state = 'RECEIVING' and uploaded_at < ?")
                .param(moment)
                .query(Long.class)
                .list();
    }

    Optional<BulkFile> find(long id) {
        return jdbc.sql(SELECT + "where id = ? and state <> 'RECEIVING'")
                .param(id)
                .query(BulkFiles::file)
                .optional();
    }

    BulkFile require(long id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** The same, and nobody else changes it until the caller's transaction ends. */
    BulkFile lock(long id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(BulkFiles::file)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** The refusal for a file that does not exist, or that the caller may not know of. */
    static ProblemException unknown(long id) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "id", Long.toString(id), "没有这个成批文件");
    }

    /** Files of some pools, the newest first, before one of them. */
    List<BulkFile> latest(Collection<RegionCode> pools, Long before, int limit) {
        return jdbc.sql(SELECT + "where pool = any (?) and id < ? and state <> 'RECEIVING' order by id desc limit ?")
                .params(
                        pools.stream().map(RegionCode::value).toArray(String[]::new),
                        before == null ? Long.MAX_VALUE : before,
                        limit)
                .query(BulkFiles::file)
                .list();
    }

    /** Files in one of some states whose turn has come, the oldest first. */
    List<BulkFile> due(BulkFileState... states) {
        String[] names = new String[states.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = states[i].name();
        }
        return jdbc.sql(SELECT + "where state = any (?) and (next_try_at is null or next_try_at <= ?) order by id")
                .params(names, now())
                .query(BulkFiles::file)
                .list();
    }

    /** Files that came to their end before a moment and still have contents. */
    List<BulkFile> endedBefore(OffsetDateTime moment) {
        return jdbc.sql(SELECT + "where emptied_at is null and ended_at < ? order by id")
                .param(moment)
                .query(BulkFiles::file)
                .list();
    }

    /** Moves a file on; an end is when its time of keeping begins. */
    void become(long id, BulkFileState state, String note) {
        jdbc.sql("update yiban.bulk_file set state = ?, note = ?, next_try_at = null, ended_at = " + "case when ? in ("
                        + ENDS + ") then ?::timestamptz end where id = ?")
                .params(state.name(), note, state.name(), now(), id)
                .update();
    }

    /** Moves a file on unless somebody has moved it elsewhere meanwhile. */
    boolean moveOn(long id, BulkFileState from, BulkFileState state) {
        boolean moved = jdbc.sql("select 1 from yiban.bulk_file where id = ? and state = ? for update")
                .params(id, from.name())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (moved) {
            become(id, state, null);
        }
        return moved;
    }

    /** The system failed; it will try again, later each time. */
    void failedToCheck(long id, OffsetDateTime again) {
        jdbc.sql("update yiban.bulk_file set tries = tries + 1, next_try_at = ? where id = ?")
                .params(again, id)
                .update();
    }

    void header(long id, List<String> header) {
        jdbc.sql("update yiban.bulk_file set header = ? where id = ?")
                .params(header.toArray(String[]::new), id)
                .update();
    }

    void rowCount(long id, int rows) {
        jdbc.sql("update yiban.bulk_file set row_count = ? where id = ?")
                .params(rows, id)
                .update();
    }

    void submitted(long id, String by, long seed) {
        jdbc.sql("update yiban.bulk_file set submitted_by = ?, submitted_at = ?, seed = ? where id = ?")
                .params(by, now(), seed, id)
                .update();
    }

    void decided(long id, String by) {
        jdbc.sql("update yiban.bulk_file set decided_by = ?, decided_at = ? where id = ?")
                .params(by, now(), id)
                .update();
    }

    void emptied(long id) {
        jdbc.sql("update yiban.bulk_file set emptied_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    /** Writes down what happened; {@code by} is {@code null} for the system. */
    void note(long id, String by, String text) {
        jdbc.sql("insert into yiban.bulk_event (file_id, at, by_user, text) values (?, ?, ?, ?)")
                .params(id, now(), by, text)
                .update();
    }

    List<Event> history(long id) {
        return jdbc.sql("select at, by_user, text from yiban.bulk_event where file_id = ? order by id")
                .param(id)
                .query((row, n) -> new Event(moment(row, "at"), row.getString("by_user"), row.getString("text")))
                .list();
    }

    /** Something that happened to a file; {@code by} is {@code null} for the system. */
    record Event(OffsetDateTime at, String by, String text) {}

    private static BulkFile file(ResultSet row, int n) throws SQLException {
        Array header = row.getArray("header");
        return new BulkFile(
                row.getLong("id"),
                row.getString("kind"),
                new RegionCode(row.getString("pool")),
                row.getString("name"),
                TableFormat.valueOf(row.getString("format")),
                row.getString("digest"),
                row.getLong("bytes"),
                BulkFileState.valueOf(row.getString("state")),
                row.getString("note"),
                header == null ? List.of() : List.of((String[]) header.getArray()),
                row.getInt("row_count"),
                row.getObject("seed", Long.class),
                row.getString("uploaded_by"),
                moment(row, "uploaded_at"),
                row.getString("submitted_by"),
                moment(row, "submitted_at"),
                row.getString("decided_by"),
                moment(row, "decided_at"),
                moment(row, "ended_at"),
                moment(row, "emptied_at"),
                row.getInt("tries"));
    }

    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }
}
