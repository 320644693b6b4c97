package org.yiban.backpay.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.kernel.Violations;
import org.yiban.person.Sex;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;

class RetirementAgesTest {

    private static final RetirementAges AGES = new RetirementAges(Settings.packaged(Sources.packaged()));

    @ParameterizedTest
    @CsvSource({
        "ORDINARY,MALE,1965-12-15,2025-12-14,false",
        "ORDINARY,MALE,1965-12-15,2025-12-15,true",
        "ORDINARY,MALE,1965-12-15,2032-12-14,true",
        "ORDINARY,MALE,1965-12-15,2032-12-15,false",
        "ORDINARY,FEMALE,1975-12-15,2025-12-14,false",
        "ORDINARY,FEMALE,1975-12-15,2025-12-15,true",
        "SPECIAL_WORK,MALE,1970-12-15,2025-12-15,true",
        "ORDINARY,MALE,1970-12-15,2025-12-15,false",
        "ILL_HEALTH,FEMALE,1980-12-15,2025-12-15,true",
        "ORDINARY,MALE,2026-01-01,2025-12-15,false"
    })
    void retirementOutsideTheAgesThatTheAgencySetIsRefused(
            RetirementKind kind, Sex sex, LocalDate bornOn, LocalDate on, boolean expected) {
        Violations violations = new Violations();

        AGES.check("retirementAgeOn", kind, sex, bornOn, on, violations);

        assertThat(violations.isEmpty()).isEqualTo(expected);
    }
}
