package org.yiban.calendar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.region.Regions;

/**
 * The working calendars of the database. At start the packaged notices that the database does not know are added; one
 * that it knows is never changed: where the two differ, the database holds and the differences are reported. What was
 * read is kept until the version in the database is another, so that all nodes count by the same days at all times.
 */
@Component
class StoredCalendars implements WorkingCalendars, InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCalendars.class);

    private final CalendarStore store;
    private final TransactionTemplate transactions;
    private final Regions regions;
    private volatile AnnouncedCalendars kept;

    StoredCalendars(CalendarStore store, TransactionTemplate transactions, Regions regions) {
        this.store = store;
        this.transactions = transactions;
        this.regions = regions;
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
        return now().current();
    }

    @Override
    public WorkingCalendar of(String regionCode) {
        return now().of(regionCode);
    }

    @Override
    public long version() {
        return store.version();
    }

    /** The version is read first: days that are newer than it are read again next time. */
    @Override
    public AnnouncedCalendars now() {
        long version = store.version();
        AnnouncedCalendars now = kept;
        if (now == null || now.version() != version) {
            List<LocalDays> inForce =
                    store.localDays().stream().filter(LocalDays::inForce).toList();
            now = new AnnouncedCalendars(version, store.announcements(), inForce, regions);
            kept = now;
        }
        return now;
    }

    /**
     * Adds the notices that the database does not know, all or none, one node at a time.
     *
     * @return how notices that it does know differ, a Chinese phrase a difference
     */
    List<String> add(Announcements announcements) {
        List<String> differences = new ArrayList<>();
        transactions.executeWithoutResult(transaction -> {
            store.lock();
            Announcements stored = store.announcements();
            for (Notice notice : announcements.notices()) {
                Optional<Notice> known = stored.notices().stream()
                        .filter(other -> other.id().equals(notice.id()))
                        .findFirst();
                if (known.isEmpty()) {
                    store.insert(notice, announcements.daysOf(notice), null);
                } else {
                    differences.addAll(
                            differences(known.get(), stored.daysOf(notice), notice, announcements.daysOf(notice)));
                }
            }
        });
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
}
