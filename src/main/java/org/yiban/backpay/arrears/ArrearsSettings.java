package org.yiban.backpay.arrears;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/**
 * How an agency collects arrears: {@code processes/settings/arrears-collection.dmn}; and on which base, as far as documents
 * say so: {@code processes/settings/arrears-base.dmn}; and how a unit objects: {@code processes/settings/arrears-objection.dmn}.
 */
@AgencySettings
class ArrearsSettings {

    private static final String DUE_DAY = "dueDay";
    private static final String DUE_DAY_COUNTS = "dueDayCounts";
    private static final String PAY_WITHIN = "payWithin";
    private static final String REPORT_WITHIN = "reportWithin";
    private static final String READING = "reading";
    private static final String DAYS = "days";
    private static final String WAY = "way";
    private static final String WAGE_FIRST = "wageFirst";
    private static final String AVERAGE_OF_PAYMENT = "averageOfPayment";
    private static final int LAST_OF_MONTH = 31;
    private static final int MANY = 999;
    private static final int LONG = 500;

    private final SettingTable collection;
    private final SettingTable objection;
    private final SettingTable base;
    private final WorkingCalendars calendars;

    ArrearsSettings(Settings settings, WorkingCalendars calendars) {
        this.collection = settings.table(SettingShape.of("arrears-collection")
                .asksText("pool")
                .says(DUE_DAY, 1, LAST_OF_MONTH)
                .saysFlag(DUE_DAY_COUNTS)
                .says(PAY_WITHIN, 1, MANY)
                .says(REPORT_WITHIN, 1, MANY)
                .saysText(READING, LONG)
                .answeringAll());
        this.objection = settings.table(SettingShape.of("arrears-objection")
                .asksText("pool")
                .says(DAYS, 1, MANY)
                .saysText(WAY, LONG)
                .answeringAll());
        this.base = settings.table(SettingShape.of("arrears-base")
                .asksText("province")
                .asksText("pool")
                .asksText("ground")
                .saysFlag(WAGE_FIRST)
                .saysFlag(AVERAGE_OF_PAYMENT));
        this.calendars = calendars;
    }

    /** The day on which a month was due. */
    LocalDate dueOn(RegionCode pool, YearMonth month) {
        return month.atDay(Math.min(setting(pool).figure(DUE_DAY), month.lengthOfMonth()));
    }

    /** How many days late a month is if it is paid on a day; the day of payment counts. */
    int daysLate(RegionCode pool, YearMonth month, LocalDate paidOn) {
        long days = ChronoUnit.DAYS.between(dueOn(pool, month), paidOn)
                + (setting(pool).flag(DUE_DAY_COUNTS) ? 1 : 0);
        return Math.toIntExact(Math.max(0, days));
    }

    /** How days late are counted, in words: the documents do not say it. */
    String reading(RegionCode pool) {
        return setting(pool).words(READING);
    }

    /** The last day that may be named as the day of payment, today. */
    LocalDate lastPayDay(RegionCode pool, LocalDate today) {
        return after(pool, today, setting(pool).figure(PAY_WITHIN));
    }

    /** When nobody waits any more for word of a payment whose last day was this. */
    ZonedDateTime reportEnds(RegionCode pool, LocalDate lastDay) {
        return after(pool, lastDay, setting(pool).figure(REPORT_WITHIN))
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE);
    }

    /** What a unit can do against it, as notices say it. */
    String wayToObject(RegionCode pool) {
        return objection.require(pool.value()).words(WAY);
    }

    /** The last day on which a unit may object to what it was told on a day. */
    LocalDate objectionUntil(RegionCode pool, LocalDate toldOn) {
        return toldOn.plusDays(objection.require(pool.value()).figure(DAYS));
    }

    /** On which base arrears are paid; empty where no document says so. */
    Optional<BaseRule> base(RegionCode province, RegionCode pool, ArrearsGround ground) {
        return base.ask(province.value(), pool.value(), ground.name())
                .map(row -> new BaseRule(row.flag(WAGE_FIRST), row.flag(AVERAGE_OF_PAYMENT), row.basis()));
    }

    private LocalDate after(RegionCode pool, LocalDate day, int workingDays) {
        return calendars.of(pool.value()).addWorkingDays(day, workingDays).date();
    }

    private Setting setting(RegionCode pool) {
        return collection.require(pool.value());
    }

    /**
     * On which base arrears are paid.
     *
     * @param wageFirst whether the wage of those months counts where it is known
     * @param averageOfPayment whether the average is that of the year before the payment; else that of the months' own year
     * @param basis the provision that says so
     */
    record BaseRule(boolean wageFirst, boolean averageOfPayment, String basis) {}
}
