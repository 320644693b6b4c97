package org.yiban.cockpit.finished;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.CaseText;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.region.RegionCode;

/**
 * Which closed cases are asked for; {@code null} where nothing is asked.
 *
 * @param after the last case of the page before
 */
record FinishedQuery(Set<RegionCode> pools, CaseKind kind, CaseText text, CaseNumber after, int limit) {

    private static final int USUAL = 30;
    private static final int MOST = 200;

    /** What a caller wrote. */
    @Schema(name = "SlaFinishedSearch")
    record Given(
            @Schema(description = "流程的键，如 transferIn；不填为全部") String key,

            @Schema(description = "案号或其中一段，或者完整的姓名；证件号码（全号）只能写在 POST 的正文里")
            String text,

            @Schema(description = "上一页的 next") String after,
            @Schema(description = "每页件数，1 到 200，默认 30") String limit) {}

    /**
     * Reads what a caller asks.
     *
     * @param mayIdentify whether the text may be an identity number: never in an address
     * @throws ProblemException naming everything that is wrong
     */
    static FinishedQuery of(Given given, boolean mayIdentify, CaseScope scope) {
        Violations violations = new Violations();
        CaseKind kind = kind(given.key(), violations);
        CaseText text = CaseText.of(given.text(), mayIdentify, violations);
        int limit = CaseScope.number("limit", given.limit(), USUAL, 1, MOST, violations);
        CaseNumber after = given.after() == null || given.after().isBlank()
                ? null
                : violations.collect(() -> last(given.after().strip()));
        violations.throwIfAny();
        return new FinishedQuery(scope.pools(), kind, text, after, limit);
    }

    private static CaseKind kind(String key, Violations violations) {
        if (key == null || key.isBlank()) {
            return null;
        }
        Optional<CaseKind> kind = Arrays.stream(CaseKind.values())
                .filter(each -> each.process().equals(key.strip()))
                .findFirst();
        if (kind.isEmpty()) {
            violations.add(
                    "key",
                    key,
                    "应为："
                            + Arrays.stream(CaseKind.values())
                                    .map(CaseKind::process)
                                    .collect(Collectors.joining("、")));
        }
        return kind.orElse(null);
    }

    private static CaseNumber last(String after) {
        try {
            return new CaseNumber(after);
        } catch (ProblemException e) {
            throw ProblemException.invalid("after", after, "应为上一页 next 给出的案号");
        }
    }
}
