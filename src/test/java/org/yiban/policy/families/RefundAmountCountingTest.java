package org.yiban.policy.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** A refund against a count month by month. */
class RefundAmountCountingTest {

    private static final YearMonth ANCHOR = YearMonth.of(2022, 1);

    private enum Start {
        EVENT_MONTH,
        MONTH_AFTER_EVENT
    }

    private enum End {
        LAST_PAID_MONTH,
        DECEMBER_OF_EVENT_YEAR,
        EVENT_UNTIL
    }

    @Property
    void theMonthsGivenBackAreThosePaidForThatLieInTheEvent(
            @ForAll Start start,
            @ForAll End end,
            @ForAll @IntRange(max = 23) int paidMonths,
            @ForAll @IntRange(min = -14, max = 40) int event,
            @ForAll @IntRange(max = 30) int eventMonths,
            @ForAll boolean ended,
            @ForAll @BigRange(min = "0", max = "100000") @Scale(2) BigDecimal paid) {
        YearMonth paidTo = ANCHOR.plusMonths(paidMonths);
        YearMonth eventMonth = ANCHOR.plusMonths(event);
        YearMonth eventUntil = eventMonth.plusMonths(eventMonths);
        Asked asked = Asked.of(new RefundAmountFamily())
                .with("requestedOn", "2023-01-01")
                .with("paidAmount", paid)
                .with("paidFrom", ANCHOR)
                .with("paidTo", paidTo)
                .with("eventMonth", eventMonth)
                .row("startFrom", start.name())
                .row("endWith", end.name());
        if (ended) {
            asked.with("eventUntil", eventUntil);
        }

        int counted = 0;
        for (YearMonth month = ANCHOR; !month.isAfter(paidTo); month = month.plusMonths(1)) {
            boolean begun = start == Start.EVENT_MONTH ? !month.isBefore(eventMonth) : month.isAfter(eventMonth);
            boolean over =
                    switch (end) {
                        case LAST_PAID_MONTH -> false;
                        case DECEMBER_OF_EVENT_YEAR -> month.getYear() > eventMonth.getYear();
                        case EVENT_UNTIL -> ended && month.isAfter(eventUntil);
                    };
            counted += begun && !over ? 1 : 0;
        }
        Map<String, Object> results = asked.results();

        assertThat(results).containsEntry("refundMonths", counted);
        assertThat((BigDecimal) results.get("refundAmount"))
                .isBetween(BigDecimal.ZERO, paid)
                .isEqualTo(paid.multiply(BigDecimal.valueOf(counted))
                        .divide(BigDecimal.valueOf(paidMonths + 1L), 2, RoundingMode.HALF_UP));
    }

    @Property
    void aWholePaymentIsGivenBackAndTheAccountRecoveredInFull(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(2) BigDecimal paid,
            @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal credited,
            @ForAll boolean clawback) {
        Map<String, Object> results = Asked.of(new RefundAmountFamily())
                .with("requestedOn", "2023-01-01")
                .with("paidAmount", paid)
                .with("accountCredited", credited)
                .row("startFrom", "WHOLE_PAYMENT")
                .row("clawback", clawback)
                .results();

        assertThat((BigDecimal) results.get("refundAmount")).isEqualByComparingTo(paid);
        assertThat((BigDecimal) results.get("clawbackAmount"))
                .isEqualByComparingTo(clawback ? credited : BigDecimal.ZERO);
    }
}
