package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;
import org.yiban.access.Role;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for retirement, as it stands in {@code processes/settings/backpay-*.dmn}. */
@AgencySettings
class BackpaySettings {

    private static final String POOL = "pool";
    private static final String SUPERVISOR_FROM = "supervisorFrom";
    private static final String WORKING_DAYS = "workingDays";
    private static final String REPORT_WITHIN = "reportWithin";
    private static final String MOST = "most";
    private static final String MONTHS_AFTER = "monthsAfter";
    private static final String MONTHS_AHEAD = "monthsAhead";
    private static final String MONTHS_BACK = "monthsBack";
    private static final String DAYS = "days";
    private static final String WAY = "way";
    private static final int MANY = 999;
    private static final int YEAR = 12;
    private static final int LONG = 500;
    private static final int MOST_YUAN = 99_999_999;

    private final SettingTable approval;
    private final SettingTable collection;
    private final SettingTable instalments;
    private final SettingTable benefits;
    private final SettingTable acceptance;
    private final SettingTable objection;
    private final WorkingCalendars calendars;

    /** What benefits follow. */
    enum After {
        /** The years were there. */
        YEARS_MET,
        /** The gap was paid. */
        PAYMENT
    }

    BackpaySettings(Settings settings, WorkingCalendars calendars) {
        this.approval = settings.table(SettingShape.of("backpay-approval")
                .asksText(POOL)
                .says(SUPERVISOR_FROM, 0, MOST_YUAN)
                .answeringAll());
        this.collection = settings.table(SettingShape.of("backpay-collection")
                .asksText(POOL)
                .says(WORKING_DAYS, 1, MANY)
                .says(REPORT_WITHIN, 1, MANY)
                .answeringAll());
        this.instalments = settings.table(SettingShape.of("backpay-instalments")
                .asksText(POOL)
                .says(MOST, 1, YEAR)
                .answeringAll());
        this.benefits = settings.table(SettingShape.of("backpay-benefits")
                .asks("after", Set.of(After.YEARS_MET.name(), After.PAYMENT.name()))
                .asksText(POOL)
                .says(MONTHS_AFTER, 0, YEAR)
                .answeringAll());
        this.acceptance = settings.table(SettingShape.of("backpay-acceptance")
                .asksText(POOL)
                .says(MONTHS_AHEAD, 0, YEAR)
                .says(MONTHS_BACK, 0, YEAR)
                .answeringAll());
        this.objection = settings.table(SettingShape.of("backpay-objection")
                .asksText(POOL)
                .says(DAYS, 1, MANY)
                .saysText(WAY, LONG)
                .answeringAll());
        this.calendars = calendars;
    }

    /** The role that approves an amount: the supervisor from the amount that the agency set, that amount included. */
    Role approver(BigDecimal amount, RegionCode pool) {
        BigDecimal from = BigDecimal.valueOf(approval.require(pool.value()).figure(SUPERVISOR_FROM));
        return amount.compareTo(from) >= 0 ? Role.SUPERVISE : Role.APPROVE;
    }

    /** The last day of a price for which the documents name none, if it is named on a day. */
    LocalDate termFrom(RegionCode pool, LocalDate namedOn) {
        return after(pool, namedOn, collection.require(pool.value()).figure(WORKING_DAYS));
    }

    /** When nobody waits any more for word of a payment whose last day was this. */
    ZonedDateTime reportEnds(RegionCode pool, LocalDate lastDay) {
        return after(pool, lastDay, collection.require(pool.value()).figure(REPORT_WITHIN))
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE);
    }

    /** In how many instalments a lump sum may be paid at most; one where none are allowed. */
    int mostInstalments(RegionCode pool) {
        return instalments.require(pool.value()).figure(MOST);
    }

    /** The first day of benefits where no document names it: the first of a month, so many after that of a day. */
    LocalDate benefitsFrom(After after, RegionCode pool, LocalDate day) {
        int months = benefits.require(after.name(), pool.value()).figure(MONTHS_AFTER);
        return YearMonth.from(day).plusMonths(months).atDay(1);
    }

    /** The last day on which the age may be reached of who asks on a day. */
    LocalDate acceptedUntil(RegionCode pool, LocalDate askedOn) {
        return YearMonth.from(askedOn)
                .plusMonths(acceptance.require(pool.value()).figure(MONTHS_AHEAD))
                .atEndOfMonth();
    }

    /** The first day that an application may state which is registered on a day. */
    LocalDate requestedFrom(RegionCode pool, LocalDate registeredOn) {
        return registeredOn.minusMonths(acceptance.require(pool.value()).figure(MONTHS_BACK));
    }

    /** How one objects, as notices say it. */
    String wayToObject(RegionCode pool) {
        return objection(pool).words(WAY);
    }

    /** The last day on which one may object to what was told on a day. */
    LocalDate objectionUntil(RegionCode pool, LocalDate toldOn) {
        return toldOn.plusDays(objection(pool).figure(DAYS));
    }

    private LocalDate after(RegionCode pool, LocalDate day, int workingDays) {
        return calendars.of(pool.value()).addWorkingDays(day, workingDays).date();
    }

    private Setting objection(RegionCode pool) {
        return objection.require(pool.value());
    }
}
