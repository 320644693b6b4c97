package org.yiban.backpay.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiban.policy.Outcome;

/** Each requirement of each pool, for each sex: one month short, exactly met, one over. */
class BoundariesTest {

    private static final WeighingOptions OPTIONS = Weighing.with();
    private static final int PLENTY = 600;

    /** A pool's requirement, with somebody who satisfies everything else. */
    private record Requirement(
            String pool, String on, String option, String movedFrom, int total, int actual, String scope) {

        Map<String, String> person(String sex) {
            Map<String, String> facts = new HashMap<>(Weighing.facts(
                    "region", pool,
                    "sex", sex,
                    "retirementAgeOn", on,
                    "movedFrom", movedFrom,
                    "centrallyAssigned", "false",
                    "formerFlexibleCohort", "false"));
            if (option != null) {
                facts.put("option", option);
                facts.put("continuousSince", "2004-01");
            }
            return facts;
        }
    }

    static Stream<Arguments> totals() {
        return Stream.of("MALE", "FEMALE").flatMap(sex -> {
            boolean male = sex.equals("MALE");
            int years = male ? 360 : 300;
            int continuous = male ? 300 : 240;
            return Stream.of(
                            new Requirement("220100", "2026-03-01", null, "NONE", years, 180, "PROVINCE"),
                            new Requirement("211200", "2021-11-01", null, "NONE", years, 120, "POOL"),
                            new Requirement("371500", "2023-01-31", "CUMULATIVE", "NONE", years, 120, "PROVINCE"),
                            new Requirement(
                                    "371500", "2023-01-31", "CONTINUOUS_SINCE_2004", "NONE", continuous, 228, "ANY"),
                            new Requirement("371500", "2026-01-01", null, "NONE", years, 120, "PROVINCE"),
                            new Requirement("370100", "2026-01-01", null, "SAME_PROVINCE", years, 120, "ANY"),
                            new Requirement("370800", "2026-01-01", null, "SAME_PROVINCE", years, 120, "ANY"))
                    .map(requirement -> Arguments.of(sex, requirement));
        });
    }

    @ParameterizedTest
    @MethodSource("totals")
    void oneMonthOfTheTotalDecides(String sex, Requirement requirement) {
        for (int over : List.of(-1, 0, 1)) {
            YearsTest test = test(requirement, sex, requirement.actual(), requirement.total() + over);

            assertThat(test.outcome()).isEqualTo(over < 0 ? Outcome.SHORT : Outcome.MET);
            assertThat(test.shortfall()).isEqualTo(over < 0 ? 1 : 0);
            assertThat(test.cumulativeShortfall()).isEqualTo(over < 0 ? 1 : 0);
            assertThat(test.actualShortfall()).isZero();
            assertThat(test.basis()).isNotEmpty();
        }
    }

    static Stream<Arguments> actuals() {
        return Stream.of("MALE", "FEMALE").flatMap(sex -> Stream.of(
                        new Requirement("220100", "2026-03-01", null, "NONE", 0, 180, "PROVINCE"),
                        new Requirement("211200", "2021-11-01", null, "NONE", 0, 120, "POOL"),
                        new Requirement("371500", "2023-01-31", "CUMULATIVE", "NONE", 0, 120, "PROVINCE"),
                        new Requirement("370800", "2025-08-31", null, "NONE", 0, 120, "ANY"))
                .map(requirement -> Arguments.of(sex, requirement)));
    }

    @ParameterizedTest
    @MethodSource("actuals")
    void oneMonthThatWasPaidWhereItCountsDecides(String sex, Requirement requirement) {
        for (int over : List.of(-1, 0, 1)) {
            YearsTest test = test(requirement, sex, requirement.actual() + over, PLENTY);

            assertThat(test.outcome()).isEqualTo(over < 0 ? Outcome.SHORT : Outcome.MET);
            assertThat(test.shortfall()).isEqualTo(over < 0 ? 1 : 0);
            assertThat(test.actualShortfall()).isEqualTo(over < 0 ? 1 : 0);
            assertThat(test.cumulativeShortfall()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"220100,2026-03-01,180", "211200,2021-11-01,120", "371500,2023-01-31,120"})
    void monthsPaidElsewhereDoNotStandInForThoseThatHaveToBePaidHere(String pool, String on, int required) {
        Map<String, String> facts =
                new Requirement(pool, on, "371500".equals(pool) ? "CUMULATIVE" : null, "NONE", 0, 0, "").person("MALE");
        facts.putAll(Weighing.facts(
                "actualMonths",
                "400",
                "actualMonthsInProvince",
                String.valueOf(required - 1),
                "actualMonthsInPool",
                String.valueOf(required - 1),
                "deemedMonths",
                "0"));

        YearsTest test = OPTIONS.test(facts).get(0);

        assertThat(test.outcome()).isEqualTo(Outcome.SHORT);
        assertThat(test.shortfall()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "211200,2021-10-31,铁岭：2021年11月1日前到龄",
        "371500,2022-03-31,聊城：2022年第18号以前",
        "220100,2022-09-30,吉林：2022年第19号以前",
        "370800,2025-08-30,济宁：累计年限没有文件定过渡办法"
    })
    void whatNoDocumentDecidesIsLeftToAPerson(String pool, String on, String why) {
        Map<String, String> facts = new Requirement(pool, on, null, "NONE", 0, 0, "").person("MALE");
        facts.putAll(Weighing.facts(
                "actualMonths", "200",
                "actualMonthsInProvince", "200",
                "actualMonthsInPool", "200",
                "deemedMonths", "0"));

        assertThat(OPTIONS.test(facts)).as(why).extracting(YearsTest::outcome).containsExactly(Outcome.REFER);
    }

    private static YearsTest test(Requirement requirement, String sex, int paid, int total) {
        Map<String, String> facts = requirement.person(sex);
        facts.put("actualMonths", String.valueOf(paid));
        facts.put("actualMonthsInProvince", String.valueOf(paid));
        facts.put("actualMonthsInPool", String.valueOf(requirement.scope().equals("PROVINCE") ? 0 : paid));
        facts.put("deemedMonths", String.valueOf(total - paid));
        List<YearsTest> tests = OPTIONS.test(facts);
        assertThat(tests).hasSize(1);
        return tests.get(0);
    }
}
