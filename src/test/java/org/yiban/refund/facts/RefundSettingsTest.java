package org.yiban.refund.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiban.access.Role;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;
import org.yiban.region.RegionCode;

class RefundSettingsTest {

    private static final RegionCode TIELING = new RegionCode("211200");
    private static final Settings SETTINGS = Settings.packaged(Sources.packaged());

    private final RefundEvidence evidence = new RefundEvidence(SETTINGS);
    private final RefundApproval approval = new RefundApproval(SETTINGS);

    @ParameterizedTest
    @EnumSource(RefundReason.class)
    void everyReasonNeedsADocumentOfItsOwnBesideIdentityAndAccount(RefundReason reason) {
        assertThat(evidence.needed(reason, TIELING))
                .filteredOn(Evidence::required)
                .extracting(Evidence::code)
                .contains("IDENTITY_DOCUMENT", "BANK_ACCOUNT")
                .hasSizeGreaterThan(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(RefundReason.class)
    void whoDiedIsShownToHaveDied(RefundReason reason) {
        assertThat(evidence.needed(reason, TIELING)
                        .contains(new Evidence("DEATH_RECORD", "死亡证明（医学死亡证明、户口注销证明或火化证明之一）", true)))
                .isEqualTo(reason.death());
    }

    @Test
    void theSupervisorApprovesFromTheAmountThatIsSet() {
        assertThat(approval.approver(new BigDecimal("4999.99"), TIELING)).isEqualTo(Role.APPROVE);
        assertThat(approval.approver(new BigDecimal("5000.00"), TIELING)).isEqualTo(Role.SUPERVISE);
    }
}
