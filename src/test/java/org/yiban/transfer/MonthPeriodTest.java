package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

class MonthPeriodTest {

    private static final RegionCode JINING = new RegionCode("370800");

    @Test
    void monthsOnEndThatAreAlikeAreOnePeriodAndAGapOrADifferenceBeginsAnother() {
        List<MonthPeriod> periods = MonthPeriod.of(List.of(
                month(Scheme.RESIDENT, "2023-01", MonthKind.PAID, null),
                month(Scheme.EMPLOYEE, "2024-02", MonthKind.PAID, "5000.00"),
                month(Scheme.EMPLOYEE, "2024-01", MonthKind.PAID, "5000.00"),
                month(Scheme.EMPLOYEE, "2024-03", MonthKind.PAID, "5200.00"),
                month(Scheme.EMPLOYEE, "2024-05", MonthKind.PAID, "5200.00"),
                month(Scheme.EMPLOYEE, "2024-06", MonthKind.DEEMED, "5200.00")));

        assertThat(periods)
                .extracting(
                        period -> period.scheme() + " " + period.from() + " " + period.until() + " " + period.months())
                .containsExactly(
                        "EMPLOYEE 2024-01 2024-02 2",
                        "EMPLOYEE 2024-03 2024-03 1",
                        "EMPLOYEE 2024-05 2024-05 1",
                        "EMPLOYEE 2024-06 2024-06 1",
                        "RESIDENT 2023-01 2023-01 1");
    }

    private static ContributionMonth month(Scheme scheme, String month, MonthKind kind, String base) {
        return new ContributionMonth(
                1,
                JINING,
                scheme,
                YearMonth.parse(month),
                kind,
                JINING,
                base == null ? null : new BigDecimal(base),
                null);
    }
}
