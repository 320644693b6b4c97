package org.yiban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.StatedLocalDays.StatedSource;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Keeps the days that regions announce for themselves: entries are added, and withdrawn by an entry of their own. */
@Component
public class KeepingLocalDays {

    private final StoredCalendars calendars;
    private final CalendarStore store;
    private final Regions regions;
    private final BusinessTime time;

    KeepingLocalDays(StoredCalendars calendars, CalendarStore store, Regions regions, BusinessTime time) {
        this.calendars = calendars;
        this.store = store;
        this.regions = regions;
        this.time = time;
    }

    /** All entries, also those withdrawn, latest first. */
    public List<LocalDays> all() {
        List<LocalDays> entries = new ArrayList<>(store.localDays());
        Collections.reverse(entries);
        return entries;
    }

    /**
     * The region that somebody names for local days.
     *
     * @throws ProblemException if the code is neither a province's nor a pool's
     */
    public RegionCode region(String code) {
        return LocalDaysChecks.region(regions, code).code();
    }

    /** An entry; NOT_FOUND if there is none of that number. */
    public LocalDays require(long id) {
        return store.localDays().stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "id", String.valueOf(id), "没有这一条本地安排"));
    }

    /**
     * Says what days of a region would change; changes nothing.
     *
     * @throws ProblemException naming everything that is wrong; also where no day would become another
     */
    public CalendarChange propose(StatedLocalDays stated) {
        return propose(wanted(stated, ""));
    }

    /** Adds days exactly as proposed; CONFLICT if something else was proposed, or the calendar has changed since. */
    @Transactional
    public CalendarChange add(StatedLocalDays stated, String digest, String byUser) {
        store.lock();
        LocalDays wanted = wanted(stated, byUser);
        CalendarChange change = propose(wanted);
        ChangeDigest.require(change.digest(), digest);
        store.insert(wanted);
        return change;
    }

    /** Says what the withdrawal of an entry would change; changes nothing. */
    public CalendarChange proposeWithdrawal(long id, String reason, StatedSource source) {
        return proposeWithdrawal(require(id), withdrawal(reason, source, ""));
    }

    /** Withdraws an entry exactly as proposed, as {@link #add}. */
    @Transactional
    public CalendarChange withdraw(long id, String reason, StatedSource source, String digest, String byUser) {
        store.lock();
        LocalDays.Withdrawal withdrawal = withdrawal(reason, source, byUser);
        CalendarChange change = proposeWithdrawal(require(id), withdrawal);
        ChangeDigest.require(change.digest(), digest);
        store.insert(id, withdrawal);
        return change;
    }

    private LocalDays wanted(StatedLocalDays stated, String byUser) {
        return new LocalDaysChecks(regions, time).read(stated, byUser);
    }

    private LocalDays.Withdrawal withdrawal(String reason, StatedSource source, String byUser) {
        return new LocalDaysChecks(regions, time).readWithdrawal(reason, source, byUser);
    }

    private CalendarChange propose(LocalDays wanted) {
        AnnouncedCalendars now = calendars.now();
        LocalDaysChecks.refuseOverlap(wanted, now.local());
        List<LocalDays> entries = new ArrayList<>(now.local());
        entries.add(wanted);
        CalendarChange change = change(
                wanted,
                wanted.said(),
                now,
                now.withLocal(entries),
                new ChangeDigest(now.version())
                        .and(wanted.region())
                        .and(wanted.kind())
                        .and(wanted.name())
                        .and(wanted.from())
                        .and(wanted.to())
                        .and(wanted.source()));
        if (change.days().isEmpty()) {
            String already = wanted.kind() == DayKind.OFF ? "本来就不上班" : "本来就上班";
            throw ProblemException.invalid("from", wanted.from() + " 至 " + wanted.to(), "这些日子" + already + "，不必另行安排");
        }
        return change;
    }

    private CalendarChange proposeWithdrawal(LocalDays entry, LocalDays.Withdrawal withdrawal) {
        if (!entry.inForce()) {
            throw ProblemException.of(ProblemKind.CONFLICT, "id", String.valueOf(entry.id()), "这一条本地安排已经撤销，不能再撤销");
        }
        AnnouncedCalendars now = calendars.now();
        List<LocalDays> entries =
                now.local().stream().filter(other -> other.id() != entry.id()).toList();
        ChangeDigest digest = new ChangeDigest(now.version())
                .and(entry.id())
                .and(withdrawal.reason())
                .and(withdrawal.source());
        return change(entry, "撤销" + entry.said(), now, now.withLocal(entries), digest);
    }

    private static CalendarChange change(
            LocalDays entry, String said, AnnouncedCalendars now, AnnouncedCalendars after, ChangeDigest digest) {
        List<DayChange> days = entry.from()
                .datesUntil(entry.to().plusDays(1))
                .map(day -> DayChange.of(day, now.of(entry.region()), after.of(entry.region())))
                .filter(DayChange::any)
                .toList();
        LocalDate first = entry.from();
        return new CalendarChange(said, entry.region(), first, entry.to(), days, after, digest.text());
    }
}
