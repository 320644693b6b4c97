package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.MonthRun;
import org.yiban.backpay.years.MonthSource;
import org.yiban.policy.Outcome;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;

/** When the years were there of somebody who has them: 360 months in all, 180 of them paid. */
class YearsThereTest {

    private static final LocalDate REACHED = LocalDate.of(2026, 3, 10);
    private static final RegionCode POOL = new RegionCode("220100");

    @Test
    void theyWereThereWithTheAgeIfNoMonthAfterItIsNeeded() {
        assertThat(on(363, List.of(met(360, 180)))).isEqualTo(REACHED);
    }

    @Test
    void theyWereThereAtTheEndOfTheMonthThatClosedTheGap() {
        assertThat(on(361, List.of(met(360, 180)))).isEqualTo(LocalDate.of(2026, 5, 31));
        assertThat(on(360, List.of(met(360, 180)))).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @Test
    void theTestThatWasPassedFirstDecides() {
        assertThat(on(361, List.of(met(360, 180), met(300, 0)))).isEqualTo(REACHED);
    }

    @Test
    void whereNoNumberIsRequiredTheAgeDecides() {
        assertThat(on(100, List.of(met(null, null)))).isEqualTo(REACHED);
    }

    @Test
    void monthsThatPeopleFoundBesideTheRecordCloseTheGapToo() {
        assertThat(YearsThere.on(REACHED, paid(340), months(361), List.of(met(360, 180))))
                .isEqualTo(LocalDate.of(2026, 5, 31));
        assertThat(YearsThere.on(REACHED, paid(340), months(340), List.of(met(360, 180))))
                .isEqualTo(LocalDate.of(2026, 6, 30));
    }

    private static LocalDate on(int months, List<YearsTest> tests) {
        return YearsThere.on(REACHED, paid(months), months(months), tests);
    }

    /** So many months, the last of them June. */
    private static CompiledYears paid(int months) {
        YearMonth last = YearMonth.of(2026, 6);
        MonthRun run = new MonthRun(last.minusMonths(months - 1L), last, MonthSource.PAID_HERE, POOL);
        return new CompiledYears(
                null, List.of(run), months, months, months, 0, 0, 0, null, List.of(), new KnownFacts(List.of()));
    }

    private static KnownFacts months(int months) {
        return new KnownFacts(Stream.of("actualMonths", "actualMonthsInProvince")
                .map(name -> new KnownFact(name, name, String.valueOf(months), "登记", true, false, false))
                .toList());
    }

    private static YearsTest met(Integer total, Integer actual) {
        return new YearsTest(null, null, Outcome.MET, total, actual, "PROVINCE", 0, 0, 0, "缴费年限够了", List.of(), null);
    }
}
