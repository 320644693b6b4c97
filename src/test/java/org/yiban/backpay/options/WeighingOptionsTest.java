package org.yiban.backpay.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.yiban.backpay.options.Weighing.JILIN_2024;
import static org.yiban.backpay.options.Weighing.JILIN_2025;
import static org.yiban.backpay.options.Weighing.JILIN_RATE;
import static org.yiban.backpay.options.Weighing.average;
import static org.yiban.backpay.options.Weighing.facts;
import static org.yiban.backpay.options.Weighing.from;
import static org.yiban.backpay.options.Weighing.jilinFlexible;
import static org.yiban.backpay.options.Weighing.liaochengMan;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Outcome;
import org.yiban.reference.Figure;
import org.yiban.reference.FigureKind;

class WeighingOptionsTest {

    @Test
    void aManOfLiaochengIsOneMonthShortOneWayAndSixtyOneTheOther() {
        // when
        WeighedOptions weighed = Weighing.with().weigh(liaochengMan());

        // then
        assertThat(weighed.met()).isFalse();
        assertThat(weighed.tests())
                .extracting(YearsTest::option, YearsTest::outcome, YearsTest::shortfall)
                .containsExactly(
                        tuple("CONTINUOUS_SINCE_2004", Outcome.SHORT, 1), tuple("CUMULATIVE", Outcome.SHORT, 61));
        assertThat(weighed.tests().get(0).basis()).containsExactly(new ProvisionReference("LC2022-18 art.一[2]"));
        assertThat(weighed.tests().get(1).basis()).containsExactly(new ProvisionReference("LC2022-18 art.一[3]"));
    }

    @Test
    void heIsToldWhoNamesThePriceAndMayGoOnPayingInstead() {
        // when
        WeighedOptions weighed = Weighing.with().weigh(liaochengMan());

        // then
        BackpayOption lumpSum = weighed.option("LUMP_SUM/CONTINUOUS_SINCE_2004").orElseThrow();
        assertThat(lumpSum.referred()).isTrue();
        assertThat(lumpSum.amount()).isNull();
        assertThat(lumpSum.lastValidDay()).isNull();
        assertThat(lumpSum.priceNamedBy()).contains("聊城市").contains("主管");
        assertThat(lumpSum.says()).contains("没有写明");
        BackpayOption monthly =
                weighed.option("CONTINUE_MONTHLY/CONTINUOUS_SINCE_2004").orElseThrow();
        assertThat(monthly.months()).isEqualTo(1);
        assertThat(monthly.reachedIn()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(monthly.monthlyToday()).isNull();
        assertThat(weighed.option("CONTINUE_MONTHLY/CUMULATIVE").orElseThrow().reachedIn())
                .isEqualTo(YearMonth.of(2031, 1));
        assertThat(weighed.options()).noneMatch(option -> option.kind() == OptionKind.JOIN_RESIDENT);
    }

    @Test
    void theOldWayNeedsARecordThatIsReallyUnbroken() {
        // given as many months as lie between January 2004 and the retirement, but a gap in 2010
        Map<String, String> broken = liaochengMan();
        broken.put("continuousSince", "2010-02");

        // when
        WeighedOptions weighed = Weighing.with().weigh(broken);

        // then
        assertThat(weighed.tests())
                .extracting(YearsTest::option, YearsTest::outcome)
                .containsExactly(tuple("CUMULATIVE", Outcome.SHORT), tuple("CONTINUOUS_SINCE_2004", Outcome.REFER));
        assertThat(weighed.options()).allMatch(option -> !"CONTINUOUS_SINCE_2004".equals(option.test()));
    }

    @Test
    void whoHasTheYearsOneWayIsOfferedNothing() {
        Map<String, String> enough = liaochengMan();
        enough.put("deemedMonths", "36");

        WeighedOptions weighed = Weighing.with().weigh(enough);

        assertThat(weighed.met()).isTrue();
        assertThat(weighed.tests().get(0).outcome()).isEqualTo(Outcome.MET);
        assertThat(weighed.options()).isEmpty();
    }

    @Test
    void anAverageWageCountsFromTheMonthAfterItsAnnouncementAndThePriceHoldsUntilThen() {
        // given
        WeighingOptions options = Weighing.with(JILIN_2024, JILIN_2025, JILIN_RATE);

        // when
        WeighedOptions before = options.weigh(jilinFlexible("2026-06-20"));
        WeighedOptions after = options.weigh(jilinFlexible("2026-07-01"));

        // then
        BackpayOption old = before.option("LUMP_SUM").orElseThrow();
        assertThat(old.amount()).isEqualByComparingTo("5520.00");
        assertThat(old.lastValidDay()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(old.basis()).contains(new ProvisionReference("JL2022-19 art.7(1)[c]"));
        assertThat(before.outlook())
                .singleElement()
                .asString()
                .contains("2026年7月1日")
                .contains("5760.40");
        BackpayOption now = after.option("LUMP_SUM").orElseThrow();
        assertThat(now.amount()).isEqualByComparingTo("5760.40");
        assertThat(now.lastValidDay()).isEqualTo(LocalDate.of(2026, 7, 31));
    }

    @Test
    void theFiguresThatWereUsedAreNamedWithTheirSourceAndWhatTheyAre() {
        WeighedOptions weighed = Weighing.with(JILIN_2024, JILIN_RATE).weigh(jilinFlexible("2026-03-16"));

        assertThat(weighed.figures())
                .extracting(UsedFigure::fact, UsedFigure::illustrative)
                .containsExactlyInAnyOrder(tuple("provincialAverageWage", true), tuple("localRate", true));
        assertThat(weighed.figures()).allMatch(figure -> figure.source().contains("演示用，不是公布的数"));
    }

    @Test
    void withoutTheRateOfThePoolThePriceIsLeftToAPerson() {
        BackpayOption lumpSum = Weighing.with(JILIN_2024)
                .weigh(jilinFlexible("2026-03-16"))
                .option("LUMP_SUM")
                .orElseThrow();

        assertThat(lumpSum.referred()).isTrue();
        assertThat(lumpSum.baseKind()).isEqualTo("PROVINCIAL_AVERAGE");
        assertThat(lumpSum.consequences()).anyMatch(line -> line.contains("没有写比例"));
    }

    @Test
    void whoGoesOnPayingIsToldWhatAMonthCostsTodayAndWhenItIsEnough() {
        BackpayOption monthly = Weighing.with(JILIN_2024, JILIN_RATE)
                .weigh(jilinFlexible("2026-03-16"))
                .option("CONTINUE_MONTHLY")
                .orElseThrow();

        assertThat(monthly.monthlyToday()).isEqualByComparingTo("552.00");
        assertThat(monthly.monthlySays()).contains("演示用，不是公布的数");
        assertThat(monthly.months()).isEqualTo(10);
        assertThat(monthly.reachedIn()).isEqualTo(YearMonth.of(2027, 1));
    }

    @Test
    void benefitsStartWhereADocumentSaysSo() {
        // given
        Map<String, String> facts = jilinFlexible("2026-12-20");
        facts.put("region", "211200");
        facts.put("formerFlexibleCohort", "false");
        Figure average = average(FigureKind.CITY_AVERAGE_WAGE, "211200", 2025, "5800", "2026-07-20");
        Figure rate = from(FigureKind.LOCAL_RATE, "211200", "2024-01-01", "0.07", null, null);

        // when
        BackpayOption lumpSum =
                Weighing.with(average, rate).weigh(facts).option("LUMP_SUM").orElseThrow();

        // then
        assertThat(lumpSum.benefitStart()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(lumpSum.lastValidDay()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(lumpSum.amount()).isEqualByComparingTo("4060.00");
        assertThat(lumpSum.accountCredited()).isNull();
    }

    @Test
    void aPriceDoesNotOutliveTheRuleThatNamesIt() {
        // given Jining, whose rule ends on 31 August 2025
        Map<String, String> facts = facts(
                "region", "370800",
                "sex", "FEMALE",
                "identity", "FLEXIBLE",
                "retirementAgeOn", "2025-08-01",
                "quotedOn", "2025-08-20",
                "movedFrom", "NONE",
                "actualMonths", "110",
                "actualMonthsInProvince", "110",
                "actualMonthsInPool", "110",
                "deemedMonths", "250",
                "pensionStarted", "false",
                "paidInFullToDate", "true",
                "lastBase", "4000.00");

        // when
        WeighedOptions weighed = Weighing.with().weigh(facts);

        // then
        BackpayOption lumpSum = weighed.option("LUMP_SUM").orElseThrow();
        assertThat(lumpSum.amount()).isEqualTo(new BigDecimal("2800.00"));
        assertThat(lumpSum.shortfallKind()).isEqualTo("ACTUAL");
        assertThat(lumpSum.payer()).isEqualTo("PERSON");
        assertThat(lumpSum.accountCredited()).isFalse();
        assertThat(lumpSum.lastValidDay()).isEqualTo(LocalDate.of(2025, 8, 31));
        assertThat(weighed.option("JOIN_RESIDENT")).isPresent();
        facts.put("quotedOn", "2025-09-01");
        assertThat(Weighing.with().weigh(facts).option("LUMP_SUM").orElseThrow().referred())
                .isTrue();
    }

    @Test
    void theLowestBaseOnRecordIsTheFloor() {
        // given
        Map<String, String> facts = facts(
                "region", "370800",
                "sex", "MALE",
                "identity", "EMPLOYER",
                "retirementAgeOn", "2024-01-15",
                "quotedOn", "2024-02-29",
                "movedFrom", "NONE",
                "actualMonths", "119",
                "actualMonthsInProvince", "119",
                "actualMonthsInPool", "119",
                "deemedMonths", "250",
                "pensionStarted", "false",
                "paidInFullToDate", "false",
                "payableBaseBeforeRetirement", "3000.00");
        Figure floor = from(FigureKind.MINIMUM_BASE, "370800", "2024-01-01", "4416", null, null);

        // when
        BackpayOption lumpSum =
                Weighing.with(floor).weigh(facts).option("LUMP_SUM").orElseThrow();

        // then
        assertThat(lumpSum.baseKind()).isEqualTo("MINIMUM_BASE");
        assertThat(lumpSum.amount()).isEqualTo(new BigDecimal("309.12"));
        assertThat(Weighing.with().asked(facts)).containsExactly("minimumBase");
    }

    @Test
    void aRateThatTheDocumentItselfNamesNeedsNoneOfReferenceData() {
        // given
        Map<String, String> facts = facts(
                "region", "370800",
                "sex", "MALE",
                "identity", "EMPLOYER",
                "retirementAgeOn", "2024-01-15",
                "quotedOn", "2024-02-29",
                "movedFrom", "NONE",
                "actualMonths", "119",
                "actualMonthsInProvince", "119",
                "actualMonthsInPool", "119",
                "deemedMonths", "250",
                "pensionStarted", "false",
                "paidInFullToDate", "true",
                "lastBase", "3000.00");
        Figure rate = from(FigureKind.LOCAL_RATE, "370800", "2024-01-01", "0.09", null, null);
        Figure floor = from(FigureKind.MINIMUM_BASE, "370800", "2024-01-01", "4416", null, null);

        // when
        WeighedOptions weighed = Weighing.with(rate, floor).weigh(facts);

        // then
        assertThat(weighed.option("LUMP_SUM").orElseThrow().amount()).isEqualTo(new BigDecimal("210.00"));
        assertThat(weighed.figures()).isEmpty();
        assertThat(weighed.option("LUMP_SUM").orElseThrow().lastValidDay()).isEqualTo(LocalDate.of(2024, 3, 30));
    }

    @Test
    void aFlexibleWorkerWhoTurnsToAnAccountOwesADifferenceThatAPersonPrices() {
        Map<String, String> facts = jilinFlexible("2026-03-16");
        facts.put("convertsToAccount", "true");

        BackpayOption lumpSum = Weighing.with(JILIN_2024, JILIN_RATE)
                .weigh(facts)
                .option("LUMP_SUM")
                .orElseThrow();

        assertThat(lumpSum.referred()).isTrue();
        assertThat(lumpSum.accountCredited()).isTrue();
        assertThat(lumpSum.basis()).contains(new ProvisionReference("JL2022-19 art.12(2)"));
        assertThat(lumpSum.consequences()).noneMatch(line -> line.contains("就能核价"));
    }

    @Test
    void optionsAreTheSameAfterTheyHaveBeenKept() throws Exception {
        // given
        WeighedOptions weighed =
                Weighing.with(JILIN_2024, JILIN_2025, JILIN_RATE).weigh(jilinFlexible("2026-06-20"));
        JsonMapper json = JsonMapper.builder().findAndAddModules().build();

        // when
        WeighedOptions kept = json.readValue(json.writeValueAsString(weighed), WeighedOptions.class);

        // then
        BackpayOption before = weighed.option("LUMP_SUM").orElseThrow();
        BackpayOption after = kept.option("LUMP_SUM").orElseThrow();
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("explanation")
                .isEqualTo(before);
        assertThat(kept.figures()).isEqualTo(weighed.figures());
        assertThat(kept.met()).isEqualTo(weighed.met());
    }
}
