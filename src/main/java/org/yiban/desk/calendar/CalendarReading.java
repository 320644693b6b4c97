package org.yiban.desk.calendar;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.calendar.KeepingLocalDays;
import org.yiban.calendar.LocalDays;
import org.yiban.calendar.LocalSource;
import org.yiban.calendar.SpecialDay;
import org.yiban.calendar.ViewingCalendars;
import org.yiban.calendar.ViewingCalendars.AddedNotice;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.desk.calendar.CalendarViews.DayView;
import org.yiban.desk.calendar.CalendarViews.LocalDaysView;
import org.yiban.desk.calendar.CalendarViews.NoticeView;
import org.yiban.desk.calendar.CalendarViews.Overview;
import org.yiban.desk.calendar.CalendarViews.RegionName;
import org.yiban.desk.calendar.CalendarViews.SourceView;
import org.yiban.desk.calendar.CalendarViews.WithdrawalView;
import org.yiban.desk.calendar.CalendarViews.YearView;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** What was announced, for the people of the pools it concerns. Announcements are public: all who work here may read all. */
@Component
class CalendarReading {

    private final ViewingCalendars viewing;
    private final WorkingCalendars calendars;
    private final KeepingLocalDays local;
    private final CalendarRights rights;
    private final Access access;
    private final Regions regions;

    CalendarReading(
            ViewingCalendars viewing,
            WorkingCalendars calendars,
            KeepingLocalDays local,
            CalendarRights rights,
            Access access,
            Regions regions) {
        this.viewing = viewing;
        this.calendars = calendars;
        this.local = local;
        this.rights = rights;
        this.access = access;
        this.regions = regions;
    }

    Overview overview() {
        CurrentUser user = access.current();
        List<Integer> years = calendars.current().announcedYears();
        return new Overview(
                viewing.notices().stream().map(this::view).toList(),
                years.get(years.size() - 1) + 1,
                rights.seen(user).stream().map(this::name).toList(),
                CalendarRights.keepsCalendar(user),
                rights.regionsOf(user).stream().map(this::name).toList());
    }

    /**
     * A year in a region, or in the whole country if none is named.
     *
     * @throws ProblemException if the year is none between the first with a notice and the next one without
     */
    YearView year(String year, String region) {
        WorkingCalendar country = calendars.current();
        int first = country.announcedYears().get(0);
        int last = country.announcedYears().get(country.announcedYears().size() - 1) + 1;
        if (!year.matches("[0-9]{4}") || Integer.parseInt(year) < first || Integer.parseInt(year) > last) {
            throw ProblemException.invalid("year", year, "应为 " + first + " 至 " + last + " 的年份");
        }
        int asked = Integer.parseInt(year);
        RegionCode code = region == null || region.isBlank()
                ? null
                : regions.require("region", region).code();
        WorkingCalendar calendar = code == null ? country : calendars.of(code.value());
        return new YearView(
                asked,
                code == null ? null : code.value(),
                code == null ? "全国" : regions.fullName(code),
                calendar.announced(asked),
                viewing.days(asked, code == null ? null : code.value()).stream()
                        .map(this::view)
                        .toList(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> workingDays(calendar, YearMonth.of(asked, month)))
                        .toList());
    }

    private static int workingDays(WorkingCalendar calendar, YearMonth month) {
        return calendar.workingDaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth());
    }

    /** Entries of regions whose calendars concern the person, latest first. */
    List<LocalDaysView> localDays() {
        CurrentUser user = access.current();
        Set<RegionCode> seen = rights.seen(user);
        List<RegionCode> may = new ArrayList<>(rights.regionsOf(user));
        return local.all().stream()
                .filter(entry -> seen.contains(new RegionCode(entry.region())))
                .map(entry -> view(entry, may.contains(new RegionCode(entry.region()))))
                .toList();
    }

    private NoticeView view(AddedNotice added) {
        return new NoticeView(
                added.notice().id(),
                added.notice().year(),
                added.notice().title(),
                added.notice().published(),
                Arrays.asList(added.notice().address().split("\\s+")),
                added.days(),
                added.by() == null ? null : access.nameOf(added.by()),
                added.at());
    }

    private DayView view(SpecialDay day) {
        LocalDays entry = day.local();
        return new DayView(
                day.day(),
                day.kind().name(),
                day.kind().title(),
                day.name(),
                entry != null,
                entry == null
                        ? null
                        : regions.fullName(new RegionCode(entry.region())) + "，"
                                + entry.source().number() + "，" + entry.source().text());
    }

    private LocalDaysView view(LocalDays entry, boolean may) {
        LocalDays.Withdrawal withdrawal = entry.withdrawal();
        return new LocalDaysView(
                entry.id(),
                entry.region(),
                regions.fullName(new RegionCode(entry.region())),
                entry.kind().name(),
                entry.kind().title(),
                entry.name(),
                entry.from(),
                entry.to(),
                view(entry.source()),
                access.nameOf(entry.addedBy()),
                entry.addedAt(),
                withdrawal == null
                        ? null
                        : new WithdrawalView(
                                withdrawal.reason(),
                                view(withdrawal.source()),
                                access.nameOf(withdrawal.by()),
                                withdrawal.at()),
                may && withdrawal == null);
    }

    private static SourceView view(LocalSource source) {
        return new SourceView(source.number(), source.published(), source.text());
    }

    private RegionName name(RegionCode region) {
        return new RegionName(region.value(), regions.fullName(region));
    }
}
