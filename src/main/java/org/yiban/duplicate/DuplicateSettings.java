package org.yiban.duplicate;

import java.time.LocalDate;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for objections, as it stands in {@code processes/settings/duplicate-objection.dmn}. */
@AgencySettings
class DuplicateSettings {

    private static final String DAYS = "days";
    private static final String WAY = "way";
    private static final int MANY = 999;
    private static final int LONG = 500;

    private final SettingTable objection;

    DuplicateSettings(Settings settings) {
        this.objection = settings.table(SettingShape.of("duplicate-objection")
                .asksText("pool")
                .says(DAYS, 1, MANY)
                .saysText(WAY, LONG)
                .answeringAll());
    }

    /** How one objects, as notices say it. */
    String wayToObject(RegionCode pool) {
        return objection(pool).words(WAY);
    }

    /** The last day on which one may object to what was told on a day. */
    LocalDate objectionUntil(RegionCode pool, LocalDate toldOn) {
        return toldOn.plusDays(objection(pool).figure(DAYS));
    }

    private Setting objection(RegionCode pool) {
        return objection.require(pool.value());
    }
}
