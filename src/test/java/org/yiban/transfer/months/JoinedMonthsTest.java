package org.yiban.transfer.months;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

class JoinedMonthsTest {

    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final RegionCode JINING = new RegionCode("370800");

    @Test
    void aMonthPaidInBothPoolsCountsOnceAndIsListedWithBothSources() {
        JoinedMonths joined = JoinedMonths.of(
                List.of(paid(LIAOCHENG, LIAOCHENG, "2025-07")), List.of(paid(JINING, JINING, "2025-07")));

        assertThat(joined.counted()).isEqualTo(1);
        assertThat(joined.paidTwice()).containsExactly(YearMonth.of(2025, 7));
        assertThat(joined.months().get(0).sources())
                .extracting(MonthSource::recordOf)
                .containsExactly(LIAOCHENG, JINING);
    }

    @Test
    void aMonthPaidOnceThatStandsOnBothRecordsWasNotPaidTwice() {
        JoinedMonths joined =
                JoinedMonths.of(List.of(paid(LIAOCHENG, JINING, "2025-07")), List.of(paid(JINING, JINING, "2025-07")));

        assertThat(joined.heldTwice()).containsExactly(YearMonth.of(2025, 7));
        assertThat(joined.paidTwice()).isEmpty();
    }

    @Test
    void aMonthThatOneSideDeemsPaidAndTheOtherWasPaidIsAPaidOne() {
        JoinedMonths joined = JoinedMonths.of(
                List.of(month(LIAOCHENG, LIAOCHENG, "1999-05", MonthKind.DEEMED)),
                List.of(paid(JINING, JINING, "1999-05")));

        assertThat(joined.paid()).isEqualTo(1);
        assertThat(joined.deemed()).isZero();
        assertThat(joined.paidTwice()).isEmpty();
    }

    @Test
    void monthsInARowGoAcrossBothRecordsAndStopAtAGap() {
        JoinedMonths joined = JoinedMonths.of(
                List.of(paid(LIAOCHENG, LIAOCHENG, "2026-01"), paid(LIAOCHENG, LIAOCHENG, "2026-02")),
                List.of(paid(JINING, JINING, "2025-12"), paid(JINING, JINING, "2025-10")));

        assertThat(joined.inARowUntil(YearMonth.of(2026, 2))).isEqualTo(3);
        assertThat(joined.inARowUntil(YearMonth.of(2026, 3))).isZero();
    }

    @Test
    void residentMonthsDoNotCountTowardsTheEmployeeScheme() {
        JoinedMonths joined = JoinedMonths.of(
                List.of(new ContributionMonth(
                        1, LIAOCHENG, Scheme.RESIDENT, YearMonth.of(2025, 1), MonthKind.PAID, LIAOCHENG, null, null)),
                List.of());

        assertThat(joined.months()).isEmpty();
    }

    @Property(tries = 200)
    void noMonthIsCountedTwiceAndNoneIsLost(
            @ForAll("records") List<ContributionMonth> own, @ForAll("records") List<ContributionMonth> stated) {
        JoinedMonths joined = JoinedMonths.of(own, stated);

        assertThat(joined.months()).extracting(JoinedMonth::month).isSorted().doesNotHaveDuplicates();
        assertThat(joined.months().stream()
                        .mapToInt(month -> month.sources().size())
                        .sum())
                .isEqualTo(own.size() + stated.size());
        assertThat(joined.paid() + joined.deemed()).isEqualTo(joined.counted());
        assertThat(JoinedMonths.of(stated, own).counted()).isEqualTo(joined.counted());
    }

    @Provide
    Arbitrary<List<ContributionMonth>> records() {
        return Combinators.combine(
                        Arbitraries.of(LIAOCHENG, JINING),
                        Arbitraries.of(LIAOCHENG, JINING),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(MonthKind.values()))
                .as((record, paidIn, ahead, kind) -> month(
                        record, paidIn, YearMonth.of(2024, 1).plusMonths(ahead).toString(), kind))
                .list()
                .uniqueElements(ContributionMonth::month)
                .ofMaxSize(20);
    }

    private static ContributionMonth paid(RegionCode record, RegionCode paidIn, String month) {
        return month(record, paidIn, month, MonthKind.PAID);
    }

    private static ContributionMonth month(RegionCode record, RegionCode paidIn, String month, MonthKind kind) {
        return new ContributionMonth(
                1,
                record,
                Scheme.EMPLOYEE,
                YearMonth.parse(month),
                kind,
                paidIn,
                kind == MonthKind.PAID ? new BigDecimal("5000.00") : null,
                null);
    }
}
