package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Unpaid months of a person within one calendar year, all with the same base.
 *
 * @param fact name of the fact that says the base
 * @param wage monthly wage, as the employer states it, yuan; {@code null} where it is not known
 */
record ArrearsRun(String fact, long personId, YearMonth from, YearMonth to, BigDecimal wage) {

    List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }
}
