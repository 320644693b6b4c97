package org.yiban.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;

/** The settings of clocks, as they stand in {@code processes/settings/clock-*.dmn}. */
@AgencySettings
class AgencyClockSettings implements ClockSettings {

    /** The kinds of cases that settings know; those that have no process yet come with their own issues. */
    private static final Set<String> KINDS =
            Set.of("TRANSFER_IN", "TRANSFER_OUT", "REFUND", "DUPLICATE", "BACKPAY", "ARREARS");

    private static final String KIND = "kind";
    private static final String POOL = "pool";
    private static final String WORKING_DAYS = "workingDays";
    private static final String AT_RISK_DAYS = "atRiskDays";
    private static final String LONGEST = "longest";
    private static final String MOST = "most";
    private static final String APPROVAL_FROM = "approvalFrom";
    private static final Map<Leg, String> LEGS = Map.of(Leg.TRANSFER_OUT, "transferOut", Leg.TRANSFER_IN, "transferIn");
    private static final String STEP = "step";
    private static final Set<String> STEPS =
            Arrays.stream(TermedStep.values()).map(Enum::name).collect(Collectors.toSet());
    private static final int MANY = 999;

    private final SettingTable atRisk;
    private final SettingTable legs;
    private final SettingTable targets;
    private final SettingTable extensions;
    private final SettingTable followUps;
    private final SettingTable taskTerms;

    AgencyClockSettings(Settings settings) {
        atRisk = settings.table(
                ofCases("clock-at-risk").says(AT_RISK_DAYS, 0, MANY).answeringAll());
        legs = settings.table(SettingShape.of("clock-legs")
                .asksNumber(WORKING_DAYS)
                .says(LEGS.get(Leg.TRANSFER_OUT), 1, MANY)
                .says(LEGS.get(Leg.TRANSFER_IN), 1, MANY));
        targets = settings.table(ofCases("clock-targets").says(WORKING_DAYS, 1, MANY));
        extensions = settings.table(ofCases("clock-extension")
                .says(LONGEST, 1, MANY)
                .says(MOST, 0, MANY)
                .says(APPROVAL_FROM, 1, MANY)
                .answeringAll());
        followUps = settings.table(SettingShape.of("supervision-follow-up")
                .asksText(POOL)
                .says(WORKING_DAYS, 1, MANY)
                .says(LONGEST, 1, MANY)
                .answeringAll());
        taskTerms = settings.table(SettingShape.of("task-terms")
                .asks(STEP, STEPS)
                .asksText(POOL)
                .says(WORKING_DAYS, 1, MANY)
                .answeringAll());
        requireLegsAddUp();
    }

    private static SettingShape ofCases(String name) {
        return SettingShape.of(name).asks(KIND, KINDS).asksText(POOL);
    }

    private void requireLegsAddUp() {
        for (Setting row : legs.rows()) {
            int total = LEGS.values().stream().mapToInt(row::figure).sum();
            if (legs.ask(total).filter(row::equals).isEmpty()) {
                throw legs.defect(row, "两段之和是 %d 个工作日，与这一行的总时限不同".formatted(total));
            }
        }
    }

    @Override
    public int version() {
        return List.of(atRisk.version(), legs.version(), targets.version(), extensions.version())
                .hashCode();
    }

    @Override
    public int atRiskDays(String kind, String pool) {
        return atRisk.require(kind, pool).figure(AT_RISK_DAYS);
    }

    @Override
    public Map<Leg, Integer> legs(int totalWorkingDays) {
        return legs.ask(totalWorkingDays)
                .map(row -> Map.of(
                        Leg.TRANSFER_OUT, row.figure(LEGS.get(Leg.TRANSFER_OUT)),
                        Leg.TRANSFER_IN, row.figure(LEGS.get(Leg.TRANSFER_IN))))
                .orElse(Map.of());
    }

    @Override
    public Optional<Integer> target(String kind, String pool) {
        return targets.ask(kind, pool).map(row -> row.figure(WORKING_DAYS));
    }

    @Override
    public FollowUp followUp(String pool) {
        Setting row = followUps.require(pool);
        return new FollowUp(row.figure(WORKING_DAYS), row.figure(LONGEST));
    }

    @Override
    public int workingDaysOf(TermedStep step, String pool) {
        return taskTerms.require(step.name(), pool).figure(WORKING_DAYS);
    }

    @Override
    public ExtensionLimits extension(String kind, String pool) {
        Setting row = extensions.require(kind, pool);
        return new ExtensionLimits(row.figure(LONGEST), row.figure(MOST), row.figure(APPROVAL_FROM));
    }
}
