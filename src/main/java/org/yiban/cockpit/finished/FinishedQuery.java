package org.yiban.cockpit.finished;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Set;
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

    /** The process of a kind of cases is called as the kind is: {@code transferIn}. */
    private static CaseKind kind(String key, Violations violations) {
        return key == null || key.isBlank()
                ? null
                : CaseScope.oneOf(
                        CaseKind.class,
                        "key",
                        key.strip().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT),
                        violations);
    }

    private static CaseNumber last(String after) {
        try {
            return new CaseNumber(after);
        } catch (ProblemException e) {
            throw ProblemException.invalid("after", after, "应为上一页 next 给出的案号");
        }
    }
}
