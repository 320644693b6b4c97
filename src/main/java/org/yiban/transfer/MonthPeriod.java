package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

/**
 * Months on end that are alike, as a printed table lists them.
 *
 * @param base contribution base in yuan; {@code null} if unknown
 */
public record MonthPeriod(
        Scheme scheme,
        YearMonth from,
        YearMonth until,
        int months,
        MonthKind kind,
        RegionCode paidIn,
        BigDecimal base) {

    /** The periods of months of a record, by scheme and time. */
    public static List<MonthPeriod> of(List<ContributionMonth> months) {
        List<MonthPeriod> periods = new ArrayList<>();
        months.stream()
                .sorted(Comparator.comparing(ContributionMonth::scheme).thenComparing(ContributionMonth::month))
                .forEach(month -> {
                    int last = periods.size() - 1;
                    if (last >= 0 && periods.get(last).goesOnWith(month)) {
                        periods.set(last, periods.get(last).longer());
                    } else {
                        periods.add(new MonthPeriod(
                                month.scheme(),
                                month.month(),
                                month.month(),
                                1,
                                month.kind(),
                                month.paidIn(),
                                month.base()));
                    }
                });
        return List.copyOf(periods);
    }

    private boolean goesOnWith(ContributionMonth month) {
        return scheme == month.scheme()
                && until.plusMonths(1).equals(month.month())
                && kind == month.kind()
                && paidIn.equals(month.paidIn())
                && Objects.equals(base, month.base());
    }

    private MonthPeriod longer() {
        return new MonthPeriod(scheme, from, until.plusMonths(1), months + 1, kind, paidIn, base);
    }
}
