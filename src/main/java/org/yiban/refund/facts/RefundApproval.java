package org.yiban.refund.facts;

import java.math.BigDecimal;
import org.yiban.access.Role;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** Who approves a refund: what an agency sets for itself in {@code processes/settings/refund-approval.dmn}. */
@AgencySettings
public class RefundApproval {

    private static final String SUPERVISOR_FROM = "supervisorFrom";
    private static final int MOST = 99_999_999;

    private final SettingTable table;

    RefundApproval(Settings settings) {
        table = settings.table(SettingShape.of("refund-approval")
                .asksText("pool")
                .says(SUPERVISOR_FROM, 0, MOST)
                .answeringAll());
    }

    /**
     * The role that approves an amount: the supervisor from the amount that the agency set, that amount included.
     *
     * @param amount yuan
     */
    public Role approver(BigDecimal amount, RegionCode pool) {
        BigDecimal from = BigDecimal.valueOf(table.require(pool.value()).figure(SUPERVISOR_FROM));
        return amount.compareTo(from) >= 0 ? Role.SUPERVISE : Role.APPROVE;
    }
}
