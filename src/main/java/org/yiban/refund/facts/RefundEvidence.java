package org.yiban.refund.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** Which documents a refund needs: what an agency sets for itself in {@code processes/settings/refund-evidence.dmn}. */
@AgencySettings
public class RefundEvidence {

    private static final String EVIDENCE = "evidence";
    private static final String TITLE = "title";
    private static final String REQUIRED = "required";
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TITLE = 60;
    private static final Set<String> REASONS =
            Arrays.stream(RefundReason.values()).map(Enum::name).collect(Collectors.toSet());

    private final SettingTable table;

    RefundEvidence(Settings settings) {
        table = settings.table(SettingShape.of("refund-evidence")
                .asks("reason", REASONS)
                .asksText("pool")
                .saysText(EVIDENCE, LONGEST_CODE)
                .saysText(TITLE, LONGEST_TITLE)
                .saysFlag(REQUIRED)
                .collecting()
                .answeringAll());
    }

    /** The documents for a reason, in the order of the table. */
    public List<Evidence> needed(RefundReason reason, RegionCode pool) {
        return table.askAll(reason.name(), pool.value()).stream()
                .map(row -> new Evidence(row.words(EVIDENCE), row.words(TITLE), row.flag(REQUIRED)))
                .toList();
    }
}
