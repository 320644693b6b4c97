package org.yiban.transfer.balance;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for balances that move: how long one is waited for ({@code processes/settings/balance-arrival.dmn}). */
@AgencySettings
class BalanceSettings {

    private static final String WORKING_DAYS = "workingDays";
    private static final String POOL = "pool";
    private static final int MANY = 999;

    private final SettingTable arrival;
    private final WorkingCalendars calendars;

    BalanceSettings(Settings settings, WorkingCalendars calendars) {
        this.arrival = settings.table(SettingShape.of("balance-arrival")
                .asksText(POOL)
                .says(WORKING_DAYS, 1, MANY)
                .answeringAll());
        this.calendars = calendars;
    }

    /** When a balance that was to come to a pool is missed, if it is waited for from a day on. */
    ZonedDateTime missingAt(RegionCode pool, LocalDate from) {
        int workingDays = arrival.require(pool.value()).figure(WORKING_DAYS);
        return calendars
                .of(pool.value())
                .addWorkingDays(from, workingDays)
                .date()
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE);
    }
}
