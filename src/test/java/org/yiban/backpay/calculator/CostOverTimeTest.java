package org.yiban.backpay.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiban.backpay.calculator.Calculation.CostPoint;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.OptionKind;
import org.yiban.policy.Outcome;

class CostOverTimeTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @Test
    void aLumpSumIsPaidAtOnceAndMonthsOneByOneFromTheNextOn() {
        BackpayOption lump = option(OptionKind.LUMP_SUM, 14, "9072.00", null, null);
        BackpayOption monthly = option(OptionKind.CONTINUE_MONTHLY, 14, null, "648.00", YearMonth.of(2028, 1));
        CostOverTime courses = new CostOverTime(NOW, List.of(lump, monthly));

        assertThat(courses.of(lump)).hasSize(15).allSatisfy(point -> assertThat(point.paid())
                .isEqualTo("9072.00"));
        assertThat(courses.of(monthly)).hasSize(15).startsWith(point("2026-11", "0.00"), point("2026-12", "648.00"));
        assertThat(courses.of(monthly)).endsWith(point("2028-01", "9072.00"));
    }

    @Test
    void whatIsPaidUpCostsNoMore() {
        BackpayOption monthly = option(OptionKind.CONTINUE_MONTHLY, 2, null, "648.00", YearMonth.of(2027, 1));

        assertThat(new CostOverTime(NOW, List.of(monthly)).of(monthly))
                .hasSize(13)
                .endsWith(point("2027-11", "1296.00"));
    }

    @Test
    void withoutAPriceNothingIsDrawn() {
        BackpayOption referred = option(OptionKind.LUMP_SUM, 61, null, null, null);
        BackpayOption unknown = option(OptionKind.CONTINUE_MONTHLY, 61, null, null, YearMonth.of(2031, 12));
        CostOverTime courses = new CostOverTime(NOW, List.of(referred, unknown));

        assertThat(courses.of(referred)).isEmpty();
        assertThat(courses.of(unknown)).isEmpty();
    }

    private static CostPoint point(String month, String paid) {
        return new CostPoint(YearMonth.parse(month), new BigDecimal(paid));
    }

    private static BackpayOption option(
            OptionKind kind, int months, String amount, String monthly, YearMonth reachedIn) {
        return new BackpayOption(
                kind.name(),
                kind,
                null,
                null,
                months,
                true,
                amount == null ? Outcome.REFER : Outcome.QUOTED,
                null,
                null,
                null,
                null,
                amount == null ? null : new BigDecimal(amount),
                null,
                null,
                null,
                null,
                null,
                monthly == null ? null : new BigDecimal(monthly),
                null,
                reachedIn,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }
}
