package org.yiban.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Shows what was announced, and of which changes a deadline can have moved. */
@Component
public class ViewingCalendars {

    private final StoredCalendars calendars;
    private final CalendarStore store;
    private final Regions regions;

    ViewingCalendars(StoredCalendars calendars, CalendarStore store, Regions regions) {
        this.calendars = calendars;
        this.store = store;
        this.regions = regions;
    }

    /** All notices with who added them, by year and publication, latest first. */
    public List<AddedNotice> notices() {
        return store.notices().stream()
                .sorted(Comparator.comparing(
                                (AddedNotice added) -> added.notice().year())
                        .thenComparing(added -> added.notice().published())
                        .reversed())
                .toList();
    }

    /** What holds of the days of a year in a region; of the whole country if the region is {@code null}. */
    public List<SpecialDay> days(int year, String region) {
        WorkingCalendar calendar = region == null ? calendars.current() : calendars.of(region);
        return calendar.announcedDays(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31));
    }

    /** Whether a division is another or lies in it. */
    public boolean liesIn(String code, String other) {
        Region region = regions.find(new RegionCode(code)).orElse(null);
        while (region != null && !region.code().value().equals(other)) {
            region = region.parent() == null
                    ? null
                    : regions.find(region.parent()).orElse(null);
        }
        return region != null;
    }

    /** All changes that people made, latest first. */
    public List<MadeChange> changes() {
        List<MadeChange> made = new ArrayList<>();
        List<AnnouncedDay> days = store.announcements().days();
        for (AddedNotice added : store.notices()) {
            Notice notice = added.notice();
            if (added.at() != null) {
                LocalDate newYear = LocalDate.of(notice.year(), 1, 1);
                LocalDate first = days.stream()
                        .filter(day -> day.notice().equals(notice.id()))
                        .map(AnnouncedDay::day)
                        .filter(newYear::isAfter)
                        .min(Comparator.naturalOrder())
                        .orElse(newYear);
                made.add(new MadeChange(
                        added.at(), null, first, LocalDate.of(notice.year(), 12, 31), "《" + notice.title() + "》"));
            }
        }
        for (LocalDays entry : store.localDays()) {
            made.add(new MadeChange(entry.addedAt(), entry.region(), entry.from(), entry.to(), entry.said()));
            if (!entry.inForce()) {
                made.add(new MadeChange(
                        entry.withdrawal().at(), entry.region(), entry.from(), entry.to(), "撤销" + entry.said()));
            }
        }
        made.sort(Comparator.comparing(MadeChange::at).reversed());
        return made;
    }

    /**
     * A notice and who added it.
     *
     * @param by user id; {@code null} if it came with a release
     * @param at when; {@code null} where that was not written down
     * @param days how many days it speaks of
     */
    public record AddedNotice(Notice notice, String by, OffsetDateTime at, int days) {}

    /**
     * A change that was made.
     *
     * @param region code of the region it concerns; {@code null} for the whole country
     * @param first the first day that it can concern
     * @param last the last one
     * @param text what it is, as in a sentence
     */
    public record MadeChange(OffsetDateTime at, String region, LocalDate first, LocalDate last, String text) {}
}
