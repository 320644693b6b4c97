package org.yiban.backpay.options;

import java.util.List;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Explanation;
import org.yiban.policy.Outcome;

/**
 * Whether somebody has the years, by one of the ways of counting that a pool offers.
 *
 * @param option the way, as the contract names it; {@code null} where the pool has one way
 * @param optionTitle what people call it; {@code null} likewise
 * @param outcome MET, SHORT or REFER
 * @param requiredTotal months required, deemed ones included; {@code null} if it is not stated
 * @param requiredActual paid months required; {@code null} if it is not stated
 * @param actualScope where they must have been paid; {@code null} if it is not stated
 * @param shortfall the larger of the two shortfalls
 * @param actualShortfall paid months that are missing
 * @param cumulativeShortfall months of the total that are missing
 * @param says the same in Chinese, with the provisions by their ids
 */
public record YearsTest(
        String option,
        String optionTitle,
        Outcome outcome,
        Integer requiredTotal,
        Integer requiredActual,
        String actualScope,
        int shortfall,
        int actualShortfall,
        int cumulativeShortfall,
        String says,
        List<ProvisionReference> basis,
        Explanation explanation) {

    /** Keeps a copy. */
    public YearsTest {
        basis = List.copyOf(basis);
    }

    /** Orders tests as a person wants to read them: passed ones first, then by what is missing, open ones last. */
    int rank() {
        return switch (outcome) {
            case MET -> -1;
            case SHORT -> shortfall;
            default -> Integer.MAX_VALUE;
        };
    }
}
