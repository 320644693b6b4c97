package org.yiban.reference;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;

/** Within which bounds a figure is believed: {@code processes/settings/reference-ranges.dmn}. */
@AgencySettings
class FigureRanges {

    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final int MOST_YUAN = 1_000_000;
    private static final int TEN_THOUSAND = 10_000;
    /** Rates are set in ten-thousandths. */
    private static final int PLACES_OF_RATES = 4;

    private final Map<FigureKind, Range> ranges = new EnumMap<>(FigureKind.class);

    FigureRanges(Settings settings) {
        SettingTable table = settings.table(SettingShape.of("reference-ranges")
                .asks(
                        "kind",
                        Arrays.stream(FigureKind.values()).map(FigureKind::name).collect(Collectors.toSet()))
                .says(LEAST, 0, MOST_YUAN)
                .says(MOST, 1, MOST_YUAN)
                .answeringAll());
        for (FigureKind kind : FigureKind.values()) {
            Setting row = table.require(kind.name());
            if (row.figure(LEAST) > row.figure(MOST) || kind.isRate() && row.figure(MOST) > TEN_THOUSAND) {
                throw table.defect(row, "least 不大于 most；比例以万分之一为单位，不超过 " + TEN_THOUSAND);
            }
            ranges.put(kind, new Range(value(kind, row.figure(LEAST)), value(kind, row.figure(MOST))));
        }
    }

    /** The bounds of a kind. */
    Range of(FigureKind kind) {
        return ranges.get(kind);
    }

    private static BigDecimal value(FigureKind kind, int set) {
        return BigDecimal.valueOf(set, kind.isRate() ? PLACES_OF_RATES : 0);
    }

    /** Bounds, both allowed. */
    record Range(BigDecimal least, BigDecimal most) {

        boolean holds(BigDecimal value) {
            return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        }
    }
}
