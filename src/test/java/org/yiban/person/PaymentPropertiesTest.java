package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.yiban.region.RegionCode;

class PaymentPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(FIRST, LAST);
    }

    @Provide
    Arbitrary<Payment> payments() {
        Arbitrary<YearMonth> months = Arbitraries.integers().between(0, 60).map(YearMonth.of(2021, 1)::plusMonths);
        Arbitrary<Integer> waits = Arbitraries.integers().between(0, 120);
        return Combinators.combine(days(), months, Arbitraries.integers().between(0, 23), waits)
                .as((benefitFrom, from, more, wait) -> new Payment(
                        1,
                        "P",
                        1,
                        new RegionCode("220100"),
                        Scheme.EMPLOYEE,
                        MemberIdentity.FLEXIBLE,
                        benefitFrom.minusDays(wait),
                        from,
                        from.plusMonths(more),
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        null,
                        false,
                        wait == 0 ? null : benefitFrom.minusDays(wait),
                        benefitFrom));
    }

    @Property
    void thePhasesFollowEachOtherAndNeverGoBack(@ForAll("payments") Payment payment, @ForAll("days") LocalDate day) {
        assertThat(payment.phaseOn(day.plusDays(1))).isGreaterThanOrEqualTo(payment.phaseOn(day));
    }

    @Property
    void benefitsBeginOnTheirFirstDayAndTheWaitEndsTheDayBefore(@ForAll("payments") Payment payment) {
        assertThat(payment.phaseOn(payment.benefitFrom())).isEqualTo(BenefitPhase.IN_BENEFIT);
        assertThat(payment.phaseOn(payment.benefitFrom().minusDays(1)))
                .isEqualTo(payment.waitingFrom() == null ? BenefitPhase.BEFORE_BENEFIT : BenefitPhase.WAITING);
    }

    @Property
    void nobodyWaitsBeforeTheFirstDayOfTheWait(@ForAll("payments") Payment payment) {
        LocalDate before = (payment.waitingFrom() == null ? payment.benefitFrom() : payment.waitingFrom()).minusDays(1);

        assertThat(payment.phaseOn(before)).isEqualTo(BenefitPhase.BEFORE_BENEFIT);
    }

    @Property
    void theMonthsOfAPaymentAreThoseItCovers(@ForAll("payments") Payment payment) {
        long covered = Stream.iterate(YearMonth.of(2020, 12), month -> month.plusMonths(1))
                .limit(100)
                .filter(payment::covers)
                .count();

        assertThat(covered).isEqualTo(payment.months()).isPositive();
    }

    @Property
    void twoPaymentsOverlapIfAMonthIsPaidForByBoth(@ForAll("payments") Payment one, @ForAll("payments") Payment other) {
        boolean shared = Stream.iterate(one.from(), month -> month.plusMonths(1))
                .limit(one.months())
                .anyMatch(other::covers);

        assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one)).isEqualTo(shared);
    }
}
