package org.yiban.transfer.gap;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for gap payments: {@code processes/settings/gap-collection.dmn}. */
@AgencySettings
class GapSettings {

    private static final String WORKING_DAYS = "workingDays";
    private static final String REPORT_WITHIN = "reportWithin";
    private static final int MANY = 999;

    private final SettingTable collection;
    private final WorkingCalendars calendars;

    GapSettings(Settings settings, WorkingCalendars calendars) {
        this.collection = settings.table(SettingShape.of("gap-collection")
                .asksText("pool")
                .says(WORKING_DAYS, 1, MANY)
                .says(REPORT_WITHIN, 1, MANY)
                .answeringAll());
        this.calendars = calendars;
    }

    /** The last day of a payment for which the documents name none, if it is ordered on a day. */
    LocalDate termFrom(RegionCode pool, LocalDate orderedOn) {
        return after(pool, orderedOn, setting(pool).figure(WORKING_DAYS));
    }

    /** When nobody waits any more for word of a payment whose last day was this. */
    ZonedDateTime reportEnds(RegionCode pool, LocalDate lastDay) {
        return after(pool, lastDay, setting(pool).figure(REPORT_WITHIN))
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE);
    }

    private LocalDate after(RegionCode pool, LocalDate day, int workingDays) {
        return calendars.of(pool.value()).addWorkingDays(day, workingDays).date();
    }

    private Setting setting(RegionCode pool) {
        return collection.require(pool.value());
    }
}
