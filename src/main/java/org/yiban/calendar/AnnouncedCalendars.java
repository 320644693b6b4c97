package org.yiban.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** The calendars that follow from given announcements. Immutable; each region's calendar is made once. */
final class AnnouncedCalendars implements WorkingCalendars {

    private final long version;
    private final Announcements announcements;
    private final List<LocalDays> local;
    private final Regions regions;
    private final WorkingCalendar ofTheCountry;
    private final Map<String, WorkingCalendar> ofRegions = new ConcurrentHashMap<>();

    /** @param local entries of regions that hold */
    AnnouncedCalendars(long version, Announcements announcements, List<LocalDays> local, Regions regions) {
        this.version = version;
        this.announcements = announcements;
        this.local = List.copyOf(local);
        this.regions = regions;
        this.ofTheCountry = new WorkingCalendar(version, announcements, List.of());
    }

    @Override
    public WorkingCalendar current() {
        return ofTheCountry;
    }

    @Override
    public WorkingCalendar of(String regionCode) {
        return local.isEmpty() ? ofTheCountry : ofRegions.computeIfAbsent(regionCode, this::make);
    }

    /** The calendars as they are when a notice is added. */
    AnnouncedCalendars with(Announcements more) {
        return new AnnouncedCalendars(version, announcements.and(more), local, regions);
    }

    /** The calendars as they are when these entries of regions hold. */
    AnnouncedCalendars withLocal(List<LocalDays> entries) {
        return new AnnouncedCalendars(version, announcements, entries, regions);
    }

    List<LocalDays> local() {
        return local;
    }

    Announcements announcements() {
        return announcements;
    }

    private WorkingCalendar make(String regionCode) {
        List<String> fromProvinceDown = new ArrayList<>();
        for (Region region = find(regionCode); region != null; region = parent(region)) {
            fromProvinceDown.add(0, region.code().value());
        }
        List<LocalDays> heard = local.stream()
                .filter(entry -> fromProvinceDown.contains(entry.region()))
                .sorted(Comparator.comparing(entry -> fromProvinceDown.indexOf(entry.region())))
                .toList();
        return heard.isEmpty() ? ofTheCountry : new WorkingCalendar(version, announcements, heard);
    }

    private Region find(String code) {
        return code.matches("[0-9]{6}") ? regions.find(new RegionCode(code)).orElse(null) : null;
    }

    private Region parent(Region region) {
        return region.parent() == null ? null : regions.find(region.parent()).orElse(null);
    }
}
