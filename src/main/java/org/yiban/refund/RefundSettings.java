package org.yiban.refund;

import java.time.LocalDate;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for refunds, as it stands in {@code processes/settings/refund-*.dmn}. */
@AgencySettings
class RefundSettings {

    private static final String POOL = "pool";
    private static final String DAYS = "days";
    private static final String WAY = "way";
    private static final String WORKING_DAYS = "workingDays";
    private static final int MANY = 999;
    private static final int LONG = 500;

    private final SettingTable objection;
    private final SettingTable collection;
    private final WorkingCalendars calendars;

    RefundSettings(Settings settings, WorkingCalendars calendars) {
        this.objection = settings.table(SettingShape.of("refund-objection")
                .asksText(POOL)
                .says(DAYS, 1, MANY)
                .saysText(WAY, LONG)
                .answeringAll());
        this.collection = settings.table(SettingShape.of("refund-collection")
                .asksText(POOL)
                .says(WORKING_DAYS, 1, MANY)
                .answeringAll());
        this.calendars = calendars;
    }

    /** How one objects to a decision, as notices say it. */
    String wayToObject(RegionCode pool) {
        return objection(pool).words(WAY);
    }

    /** The last day on which one may object to what was told on a day. */
    LocalDate objectionUntil(RegionCode pool, LocalDate toldOn) {
        return toldOn.plusDays(objection(pool).figure(DAYS));
    }

    /** Until when what a personal account did not cover may come in, if it is ordered on a day. */
    LocalDate collectionUntil(RegionCode pool, LocalDate orderedOn) {
        int workingDays = collection.require(pool.value()).figure(WORKING_DAYS);
        return calendars.of(pool.value()).addWorkingDays(orderedOn, workingDays).date();
    }

    private Setting objection(RegionCode pool) {
        return objection.require(pool.value());
    }
}
