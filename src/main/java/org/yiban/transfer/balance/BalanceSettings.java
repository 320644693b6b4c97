package org.yiban.transfer.balance;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.Payee;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/**
 * What an agency sets for balances that move: how long one is waited for ({@code processes/settings/balance-arrival.dmn}),
 * and the accounts of pools ({@code payment-accounts.dmn}).
 */
@AgencySettings
class BalanceSettings {

    private static final String WORKING_DAYS = "workingDays";
    private static final String HOLDER = "holder";
    private static final String ACCOUNT = "account";
    private static final String BANK_CODE = "bankCode";
    private static final String POOL = "pool";
    private static final int MANY = 999;
    private static final int LONGEST_HOLDER = 140;
    private static final int LONGEST_ACCOUNT = 32;
    private static final int BANK_DIGITS = 12;

    private final SettingTable arrival;
    private final SettingTable accounts;
    private final WorkingCalendars calendars;

    BalanceSettings(Settings settings, WorkingCalendars calendars) {
        this.arrival = settings.table(SettingShape.of("balance-arrival")
                .asksText(POOL)
                .says(WORKING_DAYS, 1, MANY)
                .answeringAll());
        this.accounts = settings.table(SettingShape.of("payment-accounts")
                .asksText(POOL)
                .saysText(HOLDER, LONGEST_HOLDER)
                .saysText(ACCOUNT, LONGEST_ACCOUNT)
                .saysText(BANK_CODE, BANK_DIGITS));
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

    /** The account of a pool; empty if none is set. */
    Optional<Payee> accountOf(RegionCode pool) {
        return accounts.ask(pool.value())
                .map(row -> Payee.parse("", row.words(HOLDER), row.words(ACCOUNT), row.words(BANK_CODE), true));
    }
}
