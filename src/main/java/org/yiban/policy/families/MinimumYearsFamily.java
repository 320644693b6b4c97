package org.yiban.policy.families;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** {@code minimum-years}: has a person paid long enough to retire insured, and how many months are missing. */
final class MinimumYearsFamily implements Family {

    private static final String RETIREMENT_AGE_ON = "retirementAgeOn";
    private static final String ACTUAL_MONTHS = "actualMonths";
    private static final String IN_PROVINCE = "actualMonthsInProvince";
    private static final String IN_POOL = "actualMonthsInPool";
    private static final String DEEMED_MONTHS = "deemedMonths";
    private static final String TOTAL_MONTHS = "totalMonths";
    private static final String CONTINUOUS_SINCE = "continuousSince";

    private static final String REQUIRED_TOTAL = "requiredTotalMonths";
    private static final String REQUIRED_ACTUAL = "requiredActualMonths";
    private static final String ACTUAL_SHORTFALL = "actualShortfallMonths";
    private static final String TOTAL_SHORTFALL = "cumulativeShortfallMonths";
    private static final String ACTUAL_SCOPE = "actualScope";

    @Override
    public String name() {
        return "minimum-years";
    }

    @Override
    public String label() {
        return "最低缴费年限";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.choice("sex", "性别", "MALE", "男", "FEMALE", "女"),
                Fact.date(RETIREMENT_AGE_ON, "达到法定退休年龄的日期").required(),
                Fact.choice("option", "选择的年限办法", "CONTINUOUS_SINCE_2004", "2004年1月以来连续缴费", "CUMULATIVE", "累计计算"),
                Fact.choice("movedFrom", "转入情况", "NONE", "没有转入", "SAME_PROVINCE", "从省内转入", "OTHER_PROVINCE", "从省外转入"),
                Fact.flag("centrallyAssigned", "统配人员", "是统配人员", "不是统配人员"),
                Fact.flag(
                        "formerFlexibleCohort",
                        "铁政办发〔2011〕53号所指的原灵活就业人员",
                        "是铁政办发〔2011〕53号所指的原灵活就业人员",
                        "不是铁政办发〔2011〕53号所指的原灵活就业人员"),
                Fact.months(ACTUAL_MONTHS, "实际缴费月数"),
                Fact.months(IN_PROVINCE, "省内实际缴费月数"),
                Fact.months(IN_POOL, "本统筹区实际缴费月数"),
                Fact.months(DEEMED_MONTHS, "视同缴费月数"),
                Fact.month(CONTINUOUS_SINCE, "登记中到退休前一月为止连续缴费的第一个月").orNone(),
                Shared.identity(),
                Shared.convertsToAccount());
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(
                DerivedFact.of(
                        Fact.months(TOTAL_MONTHS, "累计缴费月数（含视同）"),
                        facts -> facts.count(ACTUAL_MONTHS) + facts.count(DEEMED_MONTHS),
                        ACTUAL_MONTHS,
                        DEEMED_MONTHS),
                DerivedFact.evenIfOpen(
                        Fact.date("unbrokenSince", "连续缴费的起点（到退休前一月为止；登记中没有写明的，按实际缴费月数倒推）"),
                        MinimumYearsFamily::unbrokenSince,
                        ACTUAL_MONTHS));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("MET", "缴费年限够了", "SHORT", "缴费年限不够"),
                Result.months(REQUIRED_TOTAL, "规定的累计月数", "累计要缴满 {}"),
                Result.months(REQUIRED_ACTUAL, "规定的实际缴费月数", "实际缴费要满 {}").zeroSaid("不另外要求实际缴费多少个月"),
                Result.choice(
                        ACTUAL_SCOPE,
                        "实际缴费的计算范围",
                        "POOL",
                        "实际缴费只算本统筹区的",
                        "PROVINCE",
                        "实际缴费算全省的",
                        "ANY",
                        "各地的实际缴费都算",
                        "NONE",
                        ""),
                Result.months("shortfallMonths", "所差月数", "还差 {}").zeroSaid(""),
                Result.months(ACTUAL_SHORTFALL, "实际缴费所差月数", "其中实际缴费差 {}").zeroSaid(""),
                Result.months(TOTAL_SHORTFALL, "累计缴费所差月数", "累计缴费差 {}").zeroSaid(""),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.MET, Outcome.SHORT),
                TableOutput.count(REQUIRED_TOTAL),
                TableOutput.count(REQUIRED_ACTUAL),
                TableOutput.choice(ACTUAL_SCOPE, "POOL", "PROVINCE", "ANY", "NONE"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return RETIREMENT_AGE_ON;
    }

    @Override
    public void check(Facts facts, Violations violations) {
        Shared.partOf(this, facts, IN_PROVINCE, ACTUAL_MONTHS, violations);
        Shared.partOf(this, facts, IN_POOL, facts.states(IN_PROVINCE) ? IN_PROVINCE : ACTUAL_MONTHS, violations);
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (row.text(Result.OUTCOME).equals(Outcome.REFER.name())) {
            return results;
        }
        need(facts, row);
        int shortfall = 0;
        if (row.states(REQUIRED_ACTUAL)) {
            int missing =
                    missing("实际缴费", row.number(REQUIRED_ACTUAL), facts.count(actualFact(row)), ACTUAL_SHORTFALL, steps);
            results.put(ACTUAL_SHORTFALL, missing);
            shortfall = missing;
        }
        if (row.states(REQUIRED_TOTAL)) {
            int missing =
                    missing("累计缴费（含视同）", row.number(REQUIRED_TOTAL), facts.count(TOTAL_MONTHS), TOTAL_SHORTFALL, steps);
            results.put(TOTAL_SHORTFALL, missing);
            shortfall = Math.max(shortfall, missing);
        }
        results.put("shortfallMonths", shortfall);
        return results;
    }

    private static int missing(String what, int required, int paid, String result, Steps steps) {
        int missing = Math.max(0, required - paid);
        if (required == 0) {
            return missing;
        }
        steps.add(
                result,
                missing == 0 ? "{0}要满 {1} 个月，已有 {2} 个月，够了" : "{0}要满 {1} 个月，已有 {2} 个月，差 {1} − {2} = {3} 个月",
                what,
                required,
                paid,
                missing);
        return missing;
    }

    private static void need(Facts facts, Row row) {
        List<String> needed = new ArrayList<>();
        if (row.states(REQUIRED_ACTUAL)) {
            needed.add(actualFact(row));
        }
        if (row.states(REQUIRED_TOTAL)) {
            needed.add(TOTAL_MONTHS);
        }
        facts.need(needed.toArray(String[]::new));
    }

    private static String actualFact(Row row) {
        return switch (row.text(ACTUAL_SCOPE)) {
            case "POOL" -> IN_POOL;
            case "PROVINCE" -> IN_PROVINCE;
            case "ANY", "NONE" -> ACTUAL_MONTHS;
            default -> throw row.unknown(ACTUAL_SCOPE);
        };
    }

    /**
     * The month in which the run of paid months that ends in the month before the age was reached began; where the record
     * is not known, the month in which it would have begun if all paid months lay in it.
     */
    private static Object unbrokenSince(Facts facts) {
        if (facts.states(CONTINUOUS_SINCE)) {
            return facts.month(CONTINUOUS_SINCE).atDay(1);
        }
        return facts.states(ACTUAL_MONTHS)
                ? YearMonth.from(facts.date(RETIREMENT_AGE_ON))
                        .minusMonths(facts.count(ACTUAL_MONTHS))
                        .atDay(1)
                : null;
    }
}
