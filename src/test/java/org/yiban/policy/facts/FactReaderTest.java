package org.yiban.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Fact;
import org.yiban.region.Regions;

class FactReaderTest {

    private static final Regions REGIONS = Regions.load();
    private static final List<Fact> DECLARED = List.of(
            Fact.region("region", "统筹区"),
            Fact.date("on", "日期"),
            Fact.month("month", "月份"),
            Fact.year("year", "年度"),
            Fact.months("months", "月数"),
            Fact.money("amount", "金额"),
            Fact.rate("rate", "比例"),
            Fact.flag("flag", "是否", "是", "否"),
            Fact.choice("sex", "性别", "MALE", "男", "FEMALE", "女"));

    @Test
    void whatIsWrittenAsTheContractWritesItIsRead() {
        // when
        Facts facts = read(Map.of(
                "region",
                "371521",
                "on",
                " 2024-02-29 ",
                "month",
                "2022-04",
                "year",
                "2022",
                "months",
                "0",
                "amount",
                "1000.50",
                "rate",
                "0.042",
                "flag",
                "false",
                "sex",
                "FEMALE"));

        // then
        assertThat(facts.plain())
                .containsEntry("region", "371521")
                .containsEntry("on", "2024-02-29")
                .containsEntry("month", "2022-04")
                .containsEntry("year", 2022)
                .containsEntry("months", 0)
                .containsEntry("amount", new BigDecimal("1000.50"))
                .containsEntry("rate", new BigDecimal("0.042"))
                .containsEntry("flag", false)
                .containsEntry("sex", "FEMALE");
        assertThat(facts.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "region, 37152, 六位",
        "region, 999999, 代码",
        "on, 2022-11-31, 日历上的日期",
        "on, 2022-1-3, 日历上的日期",
        "month, 2022-13, 月份",
        "month, 202204, 月份",
        "year, 22, 四位年份",
        "months, -1, 0 到 1200",
        "months, 1201, 0 到 1200",
        "months, 1.5, 整数",
        "amount, -0.01, 不小于 0",
        "amount, 1.005, 两位小数",
        "amount, 1e3, 金额",
        "rate, 1.0001, 0 到 1",
        "flag, yes, true",
        "sex, male, FEMALE（女）",
    })
    void aValueOutsideItsRangeSaysWhatIsAllowed(String fact, String value, String allowed) {
        assertThatThrownBy(() -> read(Map.of(fact, value)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo(fact);
                            assertThat(violation.value()).isEqualTo(value);
                            assertThat(violation.message()).contains(allowed);
                        }));
    }

    @Test
    void everythingWrongAndEveryRequiredFactMissingIsNamedAtOnce() {
        // given
        List<Fact> declared = List.of(
                Fact.region("region", "统筹区").required(),
                Fact.date("on", "日期").required(),
                Fact.flag("flag", "是否", "是", "否"));

        // then
        assertThatThrownBy(() -> read(declared, List.of(), Map.of("on", "2022-02-30", "flag", "?")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::field)
                        .containsExactly("region", "on", "flag"));
    }

    @Test
    void anEmptyFactIsOpenUnlessEmptyMeansSomething() {
        // given
        List<Fact> declared = List.of(
                Fact.flag("open", "未填", "是", "否"),
                Fact.month("until", "止月").orNone(),
                Fact.choice("benefit", "待遇", "A", "甲", "B", "乙").orElse("A"));

        // when
        Facts facts = read(declared, List.of(), Map.of("open", " "));

        // then
        assertThat(facts.open()).containsExactly("open");
        assertThat(facts.plain()).isEqualTo(Map.of("benefit", "A"));
        assertThat(facts.states("until")).isFalse();
        assertThatThrownBy(() -> facts.need("open", "benefit", "until"))
                .isInstanceOfSatisfying(MissingFactsException.class, missing -> assertThat(missing.facts())
                        .containsExactly("open", "until"));
    }

    @Test
    void aDerivedFactIsOpenUntilAllItFollowsFromIsStatedAndSaysWhatToState() {
        // given
        List<Fact> declared = List.of(Fact.months("a", "甲"), Fact.months("b", "乙"), Fact.months("c", "丙"));
        List<DerivedFact> derived = List.of(
                DerivedFact.of(Fact.months("sum", "和"), facts -> facts.count("a") + facts.count("b"), "a", "b"),
                DerivedFact.of(Fact.months("all", "总"), facts -> facts.count("sum") + facts.count("c"), "sum", "c"),
                DerivedFact.evenIfOpen(Fact.flag("stated", "已填", "是", "否"), facts -> facts.states("b"), "b"));

        // when
        Facts open = read(declared, derived, Map.of("a", "1"));
        Facts stated = read(declared, derived, Map.of("a", "1", "b", "2", "c", "3"));

        // then
        assertThat(open.open()).containsExactlyInAnyOrder("b", "c", "sum", "all");
        assertThat(open.toState("all")).isEqualTo(Set.of("b", "c"));
        assertThat(open.flag("stated")).isFalse();
        assertThat(stated.count("all")).isEqualTo(6);
        assertThat(stated.flag("stated")).isTrue();
    }

    private static Facts read(Map<String, String> given) {
        return read(DECLARED, List.of(), given);
    }

    private static Facts read(List<Fact> declared, List<DerivedFact> derived, Map<String, String> given) {
        return new FactReader(REGIONS).read(declared, derived, given, (facts, violations) -> {});
    }
}
