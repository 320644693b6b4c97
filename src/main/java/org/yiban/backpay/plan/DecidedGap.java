package org.yiban.backpay.plan;

import java.util.List;
import java.util.Map;
import org.yiban.backpay.options.YearsTest;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Outcome;
import org.yiban.policy.settings.Setting;

/**
 * What a senior decided to be missing, where the documents do not say. Every month that is paid afterwards makes it smaller.
 *
 * @param title how people call the decision
 * @param requiredTotal months required, deemed ones included; {@code null} if it is not stated
 * @param requiredActual paid months required; {@code null} if it is not stated
 * @param actualScope where they must have been paid; {@code null} if it is not stated
 * @param shortfall months that were missing, the larger of the two that follow if those are stated
 * @param actualShortfall paid months that were missing; nothing if it is not stated
 * @param cumulativeShortfall months of the total that were missing; nothing if it is not stated
 * @param says the decision in Chinese
 */
public record DecidedGap(
        String title,
        Integer requiredTotal,
        Integer requiredActual,
        String actualScope,
        int shortfall,
        int actualShortfall,
        int cumulativeShortfall,
        String says) {

    private static final String ACTUAL = "actualMonths";
    private static final String DEEMED = "deemedMonths";

    /** The gap of a decision. */
    public static DecidedGap of(YearsTest decided) {
        return new DecidedGap(
                decided.optionTitle(),
                decided.requiredTotal(),
                decided.requiredActual(),
                decided.actualScope(),
                decided.shortfall(),
                decided.actualShortfall(),
                decided.cumulativeShortfall(),
                decided.says());
    }

    /** The test that the decision amounts to. */
    YearsTest test() {
        return test(shortfall, actualShortfall, cumulativeShortfall);
    }

    /** The same after more months were paid: by the months at the time of the decision, and those of now. */
    YearsTest testAfter(Map<String, String> then, Map<String, String> now) {
        int paid = more(ACTUAL, then, now);
        int inScope = more(scopeFact(), then, now);
        int total = paid + more(DEEMED, then, now);
        int actual = Math.max(0, actualShortfall - inScope);
        int cumulative = Math.max(0, cumulativeShortfall - total);
        boolean apart = actualShortfall > 0 || cumulativeShortfall > 0;
        return test(apart ? Math.max(actual, cumulative) : Math.max(0, shortfall - paid), actual, cumulative);
    }

    private YearsTest test(int missing, int actual, int cumulative) {
        return new YearsTest(
                null,
                title,
                missing == 0 ? Outcome.MET : Outcome.SHORT,
                requiredTotal,
                requiredActual,
                actualScope,
                missing,
                actual,
                cumulative,
                says,
                List.of(new ProvisionReference(Setting.AGENCY)),
                null);
    }

    private String scopeFact() {
        if (actualScope == null) {
            return ACTUAL;
        }
        return switch (actualScope) {
            case "POOL" -> "actualMonthsInPool";
            case "PROVINCE" -> "actualMonthsInProvince";
            default -> ACTUAL;
        };
    }

    private static int more(String fact, Map<String, String> then, Map<String, String> now) {
        return count(now.get(fact)) - count(then.get(fact));
    }

    private static int count(String months) {
        return months == null ? 0 : Integer.parseInt(months);
    }
}
