package org.yiban.policy.families;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Money;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** {@code resident-contribution}: what a resident pays for a year, what is paid for him, and long-term care beside it. */
final class ResidentContributionFamily implements Family {

    private static final String PAID_ON = "paidOn";
    private static final String CONTRIBUTION = "contribution";
    private static final String SUBSIDY = "subsidy";
    private static final String PERSONAL_PAYMENT = "personalPayment";
    private static final String FULL_SUBSIDY = "fullSubsidy";
    private static final String LONG_TERM_CARE = "longTermCare";

    @Override
    public String name() {
        return "resident-contribution";
    }

    @Override
    public String label() {
        return "居民缴费";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.date(PAID_ON, "缴费日期").required(),
                Fact.year("coverageYear", "缴费所属年度"),
                Fact.date("bornOn", "出生日期"),
                Fact.flag("student", "在校学生", "是在校学生", "不是在校学生"),
                Shared.assistance(),
                Fact.flag("longTermCarePilot", "长期护理保险试点（填了统筹区的由统筹区得出）", "所在地是长期护理保险试点", "所在地不是长期护理保险试点"));
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(Shared.pool());
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.money(CONTRIBUTION, "个人缴费标准", "个人缴费标准是 {}"),
                Result.money(SUBSIDY, "参保资助", "资助 {}").zeroSaid("没有资助"),
                Result.money(PERSONAL_PAYMENT, "本人缴纳", "本人缴 {}").zeroSaid("本人不用缴"),
                Result.money(LONG_TERM_CARE, "长期护理保险缴费", "另缴长期护理保险 {}").zeroSaid("不用缴长期护理保险"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.decimal(CONTRIBUTION),
                TableOutput.decimal(SUBSIDY),
                TableOutput.flag(FULL_SUBSIDY),
                TableOutput.decimal(LONG_TERM_CARE),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return PAID_ON;
    }

    @Override
    public List<String> parts() {
        return List.of("care");
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (row.states(CONTRIBUTION)) {
            BigDecimal contribution = Money.toCents(row.decimal(CONTRIBUTION));
            BigDecimal stated = row.states(SUBSIDY) ? Money.toCents(row.decimal(SUBSIDY)) : null;
            BigDecimal subsidy = row.flag(FULL_SUBSIDY) ? contribution : stated;
            results.put(CONTRIBUTION, contribution);
            results.put(SUBSIDY, subsidy);
            results.put(PERSONAL_PAYMENT, subsidy == null ? contribution : contribution.subtract(subsidy));
            if (row.flag(FULL_SUBSIDY)) {
                steps.add(PERSONAL_PAYMENT, "个人缴费标准 {0} 元全额资助，本人缴 {1} 元", contribution, Money.NONE);
            } else if (subsidy != null) {
                steps.add(
                        PERSONAL_PAYMENT,
                        "个人缴费标准 {0} 元 − 资助 {1} 元 = {2} 元",
                        contribution,
                        subsidy,
                        contribution.subtract(subsidy));
            }
        }
        return results;
    }

    @Override
    public Map<String, Object> concludePart(
            String part, Facts facts, Row row, Map<String, Object> decided, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        results.put(LONG_TERM_CARE, Money.toCents(row.decimal(LONG_TERM_CARE)));
        return results;
    }
}
