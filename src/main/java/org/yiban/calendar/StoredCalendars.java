package org.yiban.calendar;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;

/**
 * The working calendar of the database. At start the packaged notices that the database does not know are added; one
 * that it knows is never changed: where the two differ, the database holds and the differences are reported. What is
 * read is kept for a minute, so that a notice which another node adds is seen soon.
 */
@Component
class StoredCalendars implements WorkingCalendars, InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCalendars.class);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final BusinessTime time;
    private volatile Kept kept;

    private record Kept(WorkingCalendar calendar, ZonedDateTime until) {}

    StoredCalendars(JdbcClient jdbc, TransactionTemplate transactions, BusinessTime time) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public void afterPropertiesSet() {
        List<String> differences = add(Announcements.packaged());
        if (!differences.isEmpty()) {
            LOG.warn("工作日历与随程序发布的不一致，以数据库为准：{}", String.join("；", differences));
        }
    }

    @Override
    public WorkingCalendar current() {
        Kept now = kept;
        if (now == null || time.now().isAfter(now.until())) {
            now = new Kept(new WorkingCalendar(read()), time.now().plus(KEPT));
            kept = now;
        }
        return now.calendar();
    }

    /**
     * Adds the notices that the database does not know, all or none, one node at a time.
     *
     * @return how notices that it does know differ, a Chinese phrase a difference
     */
    List<String> add(Announcements announcements) {
        List<String> differences = new ArrayList<>();
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('yiban.calendar_notice'))")
                    .query((row, n) -> n)
                    .list();
            Announcements stored = read();
            for (Notice notice : announcements.notices()) {
                Optional<Notice> known = stored.notices().stream()
                        .filter(other -> other.id().equals(notice.id()))
                        .findFirst();
                if (known.isEmpty()) {
                    insert(notice, announcements.daysOf(notice));
                } else {
                    differences.addAll(
                            differences(known.get(), stored.daysOf(notice), notice, announcements.daysOf(notice)));
                }
            }
        });
        kept = null;
        return differences;
    }

    private static List<String> differences(
            Notice stored, List<AnnouncedDay> storedDays, Notice packaged, List<AnnouncedDay> packagedDays) {
        List<String> found = new ArrayList<>();
        if (!stored.equals(packaged)) {
            found.add("通知 %s 数据库为 %s，程序为 %s".formatted(packaged.id(), stored, packaged));
        }
        Set<AnnouncedDay> onlyStored = new HashSet<>(storedDays);
        packagedDays.forEach(onlyStored::remove);
        Set<AnnouncedDay> onlyPackaged = new HashSet<>(packagedDays);
        storedDays.forEach(onlyPackaged::remove);
        onlyStored.forEach(day -> found.add("仅数据库有 %s %s %s".formatted(day.day(), day.festival(), day.kind())));
        onlyPackaged.forEach(day -> found.add("仅程序有 %s %s %s".formatted(day.day(), day.festival(), day.kind())));
        return found;
    }

    private Announcements read() {
        List<Notice> notices = jdbc.sql("select id, year, published, title, address from yiban.calendar_notice")
                .query(Notice.class)
                .list();
        List<AnnouncedDay> days = jdbc.sql("select notice, day, festival, kind from yiban.calendar_day")
                .query(AnnouncedDay.class)
                .list();
        return new Announcements(notices, days);
    }

    private void insert(Notice notice, List<AnnouncedDay> days) {
        jdbc.sql("insert into yiban.calendar_notice (id, year, published, title, address)"
                        + " values (:id, :year, :published, :title, :address)")
                .paramSource(notice)
                .update();
        for (AnnouncedDay day : days) {
            jdbc.sql("insert into yiban.calendar_day (notice, day, festival, kind)"
                            + " values (:notice, :day, :festival, :kind)")
                    .param("notice", day.notice())
                    .param("day", day.day())
                    .param("festival", day.festival())
                    .param("kind", day.kind().name())
                    .update();
        }
    }
}
