package org.yiban.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiban.casework.CaseKind;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;

class AgencyClockSettingsTest {

    private static final ClockSettings SETTINGS = new AgencyClockSettings(Settings.packaged(Sources.packaged()));

    @ParameterizedTest
    @EnumSource
    void everyKindOfCaseIsAnswered(CaseKind kind) {
        assertThat(SETTINGS.atRiskDays(kind.name(), "371500")).isPositive();
        assertThat(SETTINGS.extension(kind.name(), "371500").longest()).isPositive();
    }

    @Test
    void theWorkingDaysOfATransferAreDividedBetweenTheTwoSides() {
        assertThat(SETTINGS.legs(15)).isEqualTo(Map.of(Leg.TRANSFER_OUT, 10, Leg.TRANSFER_IN, 5));
        assertThat(SETTINGS.legs(9).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(9);
        assertThat(SETTINGS.legs(12)).isEmpty();
    }

    @Test
    void onlyCasesWithoutLegalLimitHaveATarget() {
        assertThat(SETTINGS.target("REFUND", "371500")).isPresent();
        assertThat(SETTINGS.target("BACKPAY", "371500")).isPresent();
        assertThat(SETTINGS.target("TRANSFER_IN", "371500")).isEmpty();
    }
}
