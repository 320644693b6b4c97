package org.yiban.backpay.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterruptionTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // owed, paid on record, month before the payment, from, months
                "2026-08 2026-09 2026-10, -, 2026-10, 2026-08, 3",
                "2026-05 2026-06 2026-07, 2026-04, 2026-10, 2026-05, 6",
                "2026-08 2026-09 2026-10, 2026-04, 2026-10, 2026-05, 6",
                "2025-01 2025-02 2025-03, 2024-12 2025-04, 2026-10, 2025-01, 3",
                "2025-01 2025-03, 2024-12 2025-02 2025-04, 2026-10, 2025-01, 2",
                "2025-01, -, 2026-10, 2025-01, 22"
            })
    void whatWasNotPaidAroundTheMonthsThatAreMadeGoodIsOneInterruption(
            String owed, String paid, YearMonth last, YearMonth from, int months) {
        assertThat(Interruption.of(months(owed), months(paid), last)).isEqualTo(new Interruption(from, months));
    }

    private static SortedSet<YearMonth> months(String text) {
        Set<String> months = text == null ? Set.of() : Set.of(text.split(" "));
        return months.stream().map(YearMonth::parse).collect(Collectors.toCollection(TreeSet::new));
    }
}
