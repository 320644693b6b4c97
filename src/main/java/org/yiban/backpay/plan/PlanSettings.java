package org.yiban.backpay.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** How an agency watches plans: {@code processes/settings/plan-watch.dmn}. */
@AgencySettings
class PlanSettings {

    private static final String UNPAID_MONTHS = "unpaidMonths";
    private static final String WORKING_DAY = "workingDay";
    private static final int MOST_MONTHS = 60;
    private static final int MOST_DAYS = 15;

    private final SettingTable watch;
    private final WorkingCalendars calendars;

    PlanSettings(Settings settings, WorkingCalendars calendars) {
        this.watch = settings.table(SettingShape.of("plan-watch")
                .asksText("pool")
                .says(UNPAID_MONTHS, 0, MOST_MONTHS)
                .says(WORKING_DAY, 1, MOST_DAYS)
                .answeringAll());
        this.calendars = calendars;
    }

    /** How many months in a row may stay unpaid before a person decides how it goes on. */
    int unpaidMonths(RegionCode pool) {
        return setting(pool).figure(UNPAID_MONTHS);
    }

    /** When a plan is looked at again, after a day: on the working day of the next month that the agency set. */
    ZonedDateTime nextLook(RegionCode pool, LocalDate after) {
        LocalDate lastOfMonth = YearMonth.from(after).atEndOfMonth();
        return calendars
                .of(pool.value())
                .addWorkingDays(lastOfMonth, setting(pool).figure(WORKING_DAY))
                .date()
                .atStartOfDay(BusinessTime.ZONE);
    }

    private Setting setting(RegionCode pool) {
        return watch.require(pool.value());
    }
}
