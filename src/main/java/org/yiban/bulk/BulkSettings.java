package org.yiban.bulk;

import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for files, as it stands in {@code processes/settings/bulk-*.dmn}. */
@AgencySettings
class BulkSettings {

    private static final String LARGEST = "largest";
    private static final String RANDOM = "random";
    private static final String DAYS = "days";
    private static final int MOST_OF_A_SAMPLE = 1000;
    private static final int MOST_DAYS = 3650;

    private final SettingTable sample;
    private final SettingTable retention;

    BulkSettings(Settings settings) {
        sample = settings.table(SettingShape.of("bulk-sample")
                .asksText("kind")
                .asksText("pool")
                .asksNumber("rows")
                .says(LARGEST, 0, MOST_OF_A_SAMPLE)
                .says(RANDOM, 1, MOST_OF_A_SAMPLE)
                .answeringAll());
        retention = settings.table(SettingShape.of("bulk-retention")
                .asksText("kind")
                .asksText("pool")
                .says(DAYS, 0, MOST_DAYS)
                .answeringAll());
    }

    /** How large the sample of a file is. */
    SampleSize sample(String kind, RegionCode pool, int rows) {
        Setting row = sample.require(kind, pool.value(), rows);
        return new SampleSize(row.figure(LARGEST), row.figure(RANDOM));
    }

    /** For how many days the contents of a file are kept after its end. */
    int retentionDays(String kind, RegionCode pool) {
        return retention.require(kind, pool.value()).figure(DAYS);
    }

    /** The shortest of these times that any file may have. */
    int shortestRetentionDays() {
        return retention.rows().stream().mapToInt(row -> row.figure(DAYS)).min().orElseThrow();
    }

    /**
     * Size of a sample.
     *
     * @param largest rows with the largest amounts
     * @param random rows drawn from the others
     */
    record SampleSize(int largest, int random) {}
}
