package org.yiban.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.calendar.ViewingCalendars.AddedNotice;
import org.yiban.kernel.BusinessTime;

/** Reads and writes what was announced. Only adds; every addition joins the transaction of its caller. */
@Component
class CalendarStore {

    private static final String LOCAL = """
            select d.id, d.region, d.kind, d.name, d.from_day, d.to_day, d.number, d.published, d.source, d.added_by,
                   d.added_at, w.reason, w.number as w_number, w.published as w_published, w.source as w_source,
                   w.withdrawn_by, w.withdrawn_at
            from yiban.calendar_local_days d left join yiban.calendar_local_withdrawal w on w.local_days = d.id
            """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    CalendarStore(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    long version() {
        return jdbc.sql("select version from yiban.calendar_version")
                .query(Long.class)
                .single();
    }

    /** Makes whoever else changes days wait until the caller's transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('yiban.calendar_notice'))")
                .query((row, n) -> n)
                .list();
    }

    Announcements announcements() {
        List<Notice> notices = jdbc.sql("select id, year, published, title, address from yiban.calendar_notice")
                .query(Notice.class)
                .list();
        List<AnnouncedDay> days = jdbc.sql("select notice, day, festival, kind from yiban.calendar_day order by day")
                .query(AnnouncedDay.class)
                .list();
        return new Announcements(notices, days);
    }

    /** All notices with who added them. */
    List<AddedNotice> notices() {
        return jdbc.sql("""
                        select n.id, n.year, n.published, n.title, n.address, n.added_by, n.added_at,
                               (select count(*) from yiban.calendar_day d where d.notice = n.id) as days
                        from yiban.calendar_notice n
                        """)
                .query((row, i) -> new AddedNotice(
                        new Notice(
                                row.getString("id"),
                                row.getInt("year"),
                                row.getObject("published", LocalDate.class),
                                row.getString("title"),
                                row.getString("address")),
                        row.getString("added_by"),
                        row.getObject("added_at") == null ? null : instant(row, "added_at"),
                        row.getInt("days")))
                .list();
    }

    /** @param byUser who adds it; {@code null} for the application */
    void insert(Notice notice, List<AnnouncedDay> days, String byUser) {
        jdbc.sql("""
                        insert into yiban.calendar_notice (id, year, published, title, address, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(notice.id(), notice.year(), notice.published(), notice.title(), notice.address(), byUser, now())
                .update();
        for (AnnouncedDay day : days) {
            jdbc.sql("insert into yiban.calendar_day (notice, day, festival, kind) values (?, ?, ?, ?)")
                    .params(day.notice(), day.day(), day.festival(), day.kind().name())
                    .update();
        }
    }

    /** Entries of all regions, in the order in which they were added. */
    List<LocalDays> localDays() {
        return jdbc.sql(LOCAL + " order by d.id").query(CalendarStore::entry).list();
    }

    void insert(LocalDays entry) {
        jdbc.sql("""
                        insert into yiban.calendar_local_days
                            (region, kind, name, from_day, to_day, number, published, source, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.region(),
                        entry.kind().name(),
                        entry.name(),
                        entry.from(),
                        entry.to(),
                        entry.source().number(),
                        entry.source().published(),
                        entry.source().text(),
                        entry.addedBy(),
                        entry.addedAt())
                .update();
    }

    void insert(long localDays, LocalDays.Withdrawal withdrawal) {
        jdbc.sql("""
                        insert into yiban.calendar_local_withdrawal
                            (local_days, reason, number, published, source, withdrawn_by, withdrawn_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        localDays,
                        withdrawal.reason(),
                        withdrawal.source().number(),
                        withdrawal.source().published(),
                        withdrawal.source().text(),
                        withdrawal.by(),
                        withdrawal.at())
                .update();
    }

    private static LocalDays entry(ResultSet row, int index) throws SQLException {
        LocalDays.Withdrawal withdrawal = row.getObject("withdrawn_at") == null
                ? null
                : new LocalDays.Withdrawal(
                        row.getString("reason"),
                        source(row, "w_"),
                        row.getString("withdrawn_by"),
                        instant(row, "withdrawn_at"));
        return new LocalDays(
                row.getLong("id"),
                row.getString("region"),
                DayKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                source(row, ""),
                row.getString("added_by"),
                instant(row, "added_at"),
                withdrawal);
    }

    private static LocalSource source(ResultSet row, String prefix) throws SQLException {
        return new LocalSource(
                row.getString(prefix + "number"),
                row.getObject(prefix + "published", LocalDate.class),
                row.getString(prefix + "source"));
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(BusinessTime.ZONE)
                .toOffsetDateTime();
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }
}
