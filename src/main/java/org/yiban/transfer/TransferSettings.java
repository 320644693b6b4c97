package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.person.Scheme;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for transfers, as it stands in {@code processes/settings/transfer-*.dmn}. */
@AgencySettings
class TransferSettings {

    private static final String KIND = "kind";
    private static final String POOL = "pool";
    private static final String DAYS = "days";
    private static final String WAY = "way";
    private static final String REFERRED = "referred";
    private static final String SILENCE = "silence";
    private static final String MATERIAL = "material";
    private static final String TITLE = "title";
    private static final String REQUIRED = "required";
    private static final String LARGEST = "largestMegabytes";
    private static final String YES = "YES";
    private static final String NO = "NO";
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TITLE = 60;
    private static final int LONG = 500;
    private static final int MANY = 999;
    private static final int LARGEST_MEGABYTES = 10;

    private final SettingTable scope;
    private final SettingTable objection;
    private final SettingTable materials;

    TransferSettings(Settings settings) {
        scope = settings.table(SettingShape.of("transfer-scope")
                .asks(KIND, kinds())
                .asks("retired", Set.of(YES, NO))
                .asksText(POOL)
                .saysFlag(REFERRED)
                .saysText(SILENCE, LONG)
                .answeringAll());
        objection = settings.table(SettingShape.of("transfer-objection")
                .asksText(POOL)
                .says(DAYS, 1, MANY)
                .saysText(WAY, LONG)
                .answeringAll());
        materials = settings.table(SettingShape.of("transfer-materials")
                .asks(KIND, kinds())
                .asks(
                        "applicant",
                        Arrays.stream(ApplicantRole.values()).map(Enum::name).collect(Collectors.toSet()))
                .asksText(POOL)
                .saysText(MATERIAL, LONGEST_CODE)
                .saysText(TITLE, LONGEST_TITLE)
                .saysFlag(REQUIRED)
                .says(LARGEST, 1, LARGEST_MEGABYTES)
                .collecting()
                .answeringAll());
    }

    private static Set<String> kinds() {
        return Arrays.stream(Scheme.values())
                .flatMap(from -> Arrays.stream(Scheme.values()).map(to -> kind(from, to)))
                .collect(Collectors.toSet());
    }

    private static String kind(Scheme from, Scheme to) {
        return from + "_" + to;
    }

    /** What the documents do not say of such a transfer, where a senior decides on it; empty if the tables do. */
    Optional<String> leftToSenior(Transfer transfer, boolean retired) {
        Setting row = scope.require(
                kind(transfer.fromScheme(), transfer.toScheme()),
                retired ? YES : NO,
                transfer.toPool().value());
        return row.flag(REFERRED) ? Optional.of(row.words(SILENCE)) : Optional.empty();
    }

    /** How one objects to a decision, as notices say it. */
    String wayToObject(RegionCode pool) {
        return objection.require(pool.value()).words(WAY);
    }

    /** The last day on which one may object to what was told on a day. */
    LocalDate objectionUntil(RegionCode pool, LocalDate toldOn) {
        return toldOn.plusDays(objection.require(pool.value()).figure(DAYS));
    }

    /** The documents for an application, in the order of the table. */
    List<Material> materials(Transfer transfer, ApplicantRole applicant) {
        return materials
                .askAll(
                        kind(transfer.fromScheme(), transfer.toScheme()),
                        applicant.name(),
                        transfer.toPool().value())
                .stream()
                .map(row ->
                        new Material(row.words(MATERIAL), row.words(TITLE), row.flag(REQUIRED), row.figure(LARGEST)))
                .toList();
    }
}
