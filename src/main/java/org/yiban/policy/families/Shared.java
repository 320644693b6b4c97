package org.yiban.policy.families;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.policy.Fact;
import org.yiban.policy.Steps;
import org.yiban.policy.counting.Money;
import org.yiban.policy.counting.PaymentClock;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.region.Region;

/** Declarations and checks that several families share. */
final class Shared {

    static final String IDENTITY = "identity";

    private Shared() {}

    /** The pool whose documents speak; a county's code stands for its pool. */
    static Fact region() {
        return Fact.region(Family.REGION, "统筹区").required();
    }

    /** The pool that {@link #region()} lies in, for tables that name pools. */
    static DerivedFact pool() {
        return DerivedFact.of(Fact.text("pool", "统筹区，只知道省的为省"), Shared::poolOrProvince, Family.REGION);
    }

    private static String poolOrProvince(Facts facts) {
        Region region = facts.region(Family.REGION);
        return (region.pool() == null ? region.code() : region.pool()).value();
    }

    static Fact identity() {
        return Fact.choice(IDENTITY, "参保身份", "EMPLOYER", "单位职工", "FLEXIBLE", "灵活就业");
    }

    static Fact identityOrResident() {
        return Fact.choice(IDENTITY, "参保身份", "EMPLOYER", "单位职工", "FLEXIBLE", "灵活就业", "RESIDENT", "居民");
    }

    static Fact scheme() {
        return Fact.choice("scheme", "险种", "EMPLOYEE", "职工医保", "RESIDENT", "居民医保");
    }

    /** Whether somebody turned from a pooled-only fund to one with an account. */
    static Fact convertsToAccount() {
        return Fact.flag("convertsToAccount", "单建统筹转统账结合", "从单建统筹转为统账结合", "没有从单建统筹转为统账结合")
                .orElse("false");
    }

    static Fact accountType() {
        return Fact.choice("accountType", "参保方式", "POOLED_ONLY", "单建统筹", "POOLED_WITH_ACCOUNT", "统账结合");
    }

    static Fact assistance() {
        return Fact.choice(
                "assistance",
                "困难身份",
                "NONE",
                "没有",
                "SUBSISTENCE_ALLOWANCE",
                "低保对象",
                "EXTREME_POVERTY",
                "特困人员",
                "RETURNED_TO_POVERTY",
                "返贫致贫人口",
                "MONITORED",
                "监测对象",
                "LIFTED_FROM_POVERTY",
                "已脱贫人口",
                "MARGINAL_SUBSISTENCE",
                "低保边缘户",
                "LOW_INCOME",
                "其他低收入人口",
                "PREFERENTIAL_TREATMENT",
                "重点优抚对象",
                "SEVERE_DISABILITY",
                "重残人员");
    }

    static Fact refundScope() {
        return Fact.choice(
                "refundScope",
                "退费范围",
                "FULL_PAYMENT",
                "全额",
                "REMAINING_MONTHS_OF_YEAR",
                "当年剩余月份",
                "MONTHS_AFTER_DEATH",
                "死亡次月起",
                "MONTHS_SINCE_RETIREMENT",
                "退休当月起",
                "DUPLICATED_MONTHS",
                "重复月份",
                "MONTHS_IN_PRISON",
                "服刑月份",
                "LUMP_SUM",
                "趸缴全额");
    }

    /** Base × rate × months, to the cent, and how it was counted. */
    static BigDecimal contribution(BigDecimal base, BigDecimal rate, int months, String result, Steps steps) {
        BigDecimal amount = Money.contribution(base, rate, months);
        BigDecimal exact = base.multiply(rate).multiply(BigDecimal.valueOf(months));
        steps.addRounded(result, exact, "基数 {0} 元 × {1%} × {2} 个月 = {3} 元", Money.toCents(base), rate, months, amount);
        return amount;
    }

    /** When a waiting period after a payment has run out, and how it was counted. */
    static LocalDate runOut(PaymentClock clock, LocalDate paidOn, int length, String result, Steps steps) {
        LocalDate start = clock.runOut(paidOn, length);
        YearMonth paidIn = YearMonth.from(paidOn);
        switch (clock) {
            case PAYMENT_DAY ->
                steps.add(result, length == 0 ? "缴费当天就是{2}" : "缴费当天（{0}）往后推 {1} 天是{2}，从这一天起享受", paidOn, length, start);
            case NEXT_DAY ->
                steps.add(
                        result,
                        length == 0 ? "缴费（{0}）的第二天是{2}" : "缴费当天（{0}）不算，从第二天起数 {1} 天，数满后的第一天是{2}",
                        paidOn,
                        length,
                        start);
            case PAYMENT_MONTH ->
                steps.add(
                        result,
                        length == 0 ? "从缴费当月的第一天算，就是{2}" : "缴费当月（{0}）是第一个月，数满 {1} 个月，下一个月的第一天是{2}",
                        paidIn,
                        length,
                        start);
            case NEXT_MONTH ->
                steps.add(
                        result,
                        length == 0 ? "从缴费（{0}）的下一个月的第一天算，就是{2}" : "缴费的下一个月（{3}）是第一个月，数满 {1} 个月，再下一个月的第一天是{2}",
                        paidIn,
                        length,
                        start,
                        paidIn.plusMonths(1));
        }
        return start;
    }

    /** Refuses the end of a run of months that lies before its start. */
    static void inOrder(Family family, Facts facts, String first, String last, Violations violations) {
        if (facts.states(first) && facts.states(last) && facts.month(last).isBefore(facts.month(first))) {
            violations.add(
                    last,
                    facts.month(last).toString(),
                    "不能早于" + label(family, first) + "（" + Written.month(facts.month(first)) + "）");
        }
    }

    /** Refuses a number of months that is part of another and larger than it. */
    static void partOf(Family family, Facts facts, String part, String whole, Violations violations) {
        if (facts.states(part) && facts.states(whole) && facts.count(part) > facts.count(whole)) {
            violations.add(
                    part,
                    String.valueOf(facts.count(part)),
                    "不能多于" + label(family, whole) + "（" + facts.count(whole) + "）");
        }
    }

    private static String label(Family family, String name) {
        return family.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .label();
    }
}
