package org.yiban.policy.families;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Months;
import org.yiban.policy.counting.PaymentClock;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;
import org.yiban.region.Region;

/** {@code benefit-continuity}: from when benefits run when an employee-scheme relation moves to another pool. */
final class BenefitContinuityFamily implements Family {

    private static final String FROM_REGION = "fromRegion";
    private static final String LAST_PAID_MONTH = "lastPaidMonth";
    private static final String REDUCED_ON = "reducedOn";
    private static final String PAID_ON = "paidOn";
    private static final String DISCHARGED_ON = "dischargedOn";

    private static final String ORIGIN_COVERAGE_UNTIL = "originCoverageUntil";
    private static final String BENEFIT_START = "benefitStart";
    private static final String GAP_COVERED = "gapCovered";
    private static final String STAY_PAID_BY = "stayPaidBy";
    private static final String ORIGIN_COVERS_LAST_PAID_MONTH = "originCoversLastPaidMonth";
    private static final String RELATION_AT_DISCHARGE = "RELATION_AT_DISCHARGE";
    private static final String START_FROM = "startFrom";
    private static final String START_AFTER = "startAfter";

    @Override
    public String name() {
        return "benefit-continuity";
    }

    @Override
    public String label() {
        return "转移接续期间的待遇";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.region(FROM_REGION, "转出地"),
                Shared.identity(),
                Fact.month(LAST_PAID_MONTH, "转出地最后缴费所属月"),
                Fact.date(REDUCED_ON, "转出地减员日期"),
                Fact.date(PAID_ON, "转入地首次缴费日期").required(),
                Fact.flag("arrearsCleared", "已补缴中断期间的费用", "已补缴中断期间的费用", "没有补缴中断期间的费用"),
                Fact.date(DISCHARGED_ON, "跨转移期间住院的出院日期").orNone());
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(
                DerivedFact.of(
                        Fact.flag("samePool", "转出地与转入地是同一个统筹区", "转出地与转入地是同一个统筹区", "转出地与转入地不是同一个统筹区"),
                        BenefitContinuityFamily::samePool,
                        REGION,
                        FROM_REGION),
                DerivedFact.of(
                        Fact.flag("sameProvince", "转出地与转入地在同一个省", "转出地与转入地在同一个省", "转出地与转入地不在同一个省"),
                        BenefitContinuityFamily::sameProvince,
                        REGION,
                        FROM_REGION),
                DerivedFact.of(
                        Fact.months("unpaidMonths", "未缴月数"),
                        facts -> Months.strictlyBetween(facts.month(LAST_PAID_MONTH), paidIn(facts)),
                        LAST_PAID_MONTH,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("monthsSinceReduced", "减员当月到缴费当月相隔的月数", "个月"),
                        facts -> new Months(
                                        YearMonth.from(facts.date(REDUCED_ON)).plusMonths(1), paidIn(facts))
                                .count(),
                        REDUCED_ON,
                        PAID_ON),
                DerivedFact.evenIfOpen(
                        Fact.flag("stayed", "填了出院日期", "有跨转移期间的住院", "没有跨转移期间的住院"),
                        facts -> facts.states(DISCHARGED_ON),
                        DISCHARGED_ON));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.date(ORIGIN_COVERAGE_UNTIL, "转出地待遇截止日", "转出地的待遇到{}为止"),
                Result.flag("arrearsAllowed", "可以补缴中断期间的费用", "中断的月份可以补缴", "中断的月份不能补缴"),
                Result.choice(
                        "waiting",
                        "等待期",
                        "NONE",
                        "没有等待期",
                        "DAYS_90",
                        "等待期 90 天",
                        "DAYS_30",
                        "等待期 30 天",
                        "MONTHS_6_CONTINUOUS",
                        "要连续缴费满 6 个月"),
                Result.date(BENEFIT_START, "待遇开始日", "从{}起享受转入地的待遇"),
                Result.flag(GAP_COVERED, "中断期间的费用可以支付", "中断期间的医疗费可以报销", "中断期间的医疗费不能报销"),
                Result.choice(
                        STAY_PAID_BY,
                        "住院费用支付方",
                        "TRANSFER_IN",
                        "这次住院由转入地支付",
                        "TRANSFER_OUT",
                        "这次住院由转出地支付",
                        "REFER",
                        "这次住院由哪边支付，要由人判断"),
                Result.basis());
    }

    @Override
    public List<Map<String, String>> impossible() {
        return List.of(
                Map.of("samePool", "true", "sameProvince", "false"),
                Map.of("stayed", "true", DISCHARGED_ON, "null"),
                Map.of("stayed", "false", DISCHARGED_ON, "not(null)"));
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.flag(ORIGIN_COVERS_LAST_PAID_MONTH),
                TableOutput.flag("arrearsAllowed"),
                TableOutput.choice("waiting", "NONE", "DAYS_90", "DAYS_30", "MONTHS_6_CONTINUOUS"),
                TableOutput.choice(START_FROM, "PAYMENT_MONTH", "PAYMENT_DAY"),
                TableOutput.count(START_AFTER),
                TableOutput.flag(GAP_COVERED),
                TableOutput.choice(STAY_PAID_BY, "TRANSFER_IN", "TRANSFER_OUT", RELATION_AT_DISCHARGE, "REFER"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return PAID_ON;
    }

    @Override
    public List<String> parts() {
        return List.of("stay");
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (row.flag(ORIGIN_COVERS_LAST_PAID_MONTH)) {
            results.put(ORIGIN_COVERAGE_UNTIL, lastDayPaidFor(facts).toString());
            steps.add(
                    ORIGIN_COVERAGE_UNTIL,
                    "转出地最后缴费的月份是{0}，待遇到这个月的最后一天{1}",
                    facts.month(LAST_PAID_MONTH),
                    lastDayPaidFor(facts));
        }
        if (row.states(START_FROM)) {
            results.put(BENEFIT_START, start(facts, row, steps).toString());
        }
        return results;
    }

    /** The stay goes by where the relation is at discharge, as far as the answer about the move says where that is. */
    @Override
    public Map<String, Object> concludePart(
            String part, Facts facts, Row row, Map<String, Object> decided, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (!row.text(STAY_PAID_BY).equals(RELATION_AT_DISCHARGE)) {
            return results;
        }
        String payer = payerAtDischarge(facts, decided, steps);
        results.put(STAY_PAID_BY, payer);
        if (payer.equals("REFER")) {
            results.remove(Result.BASIS);
        }
        return results;
    }

    private static String payerAtDischarge(Facts facts, Map<String, Object> decided, Steps steps) {
        LocalDate discharged = facts.date(DISCHARGED_ON);
        if (!discharged.isAfter(lastDayPaidFor(facts))) {
            steps.add(STAY_PAID_BY, "出院日期{0}不晚于转出地缴费到的最后一天{1}", discharged, lastDayPaidFor(facts));
            return "TRANSFER_OUT";
        }
        if (facts.states(REDUCED_ON) && discharged.isBefore(facts.date(REDUCED_ON))) {
            steps.add(
                    STAY_PAID_BY,
                    "出院日期{0}晚于转出地缴费到的最后一天{1}，又在转出地减员日期{2}以前",
                    discharged,
                    lastDayPaidFor(facts),
                    facts.date(REDUCED_ON));
            return "REFER";
        }
        Object start = decided.get(BENEFIT_START);
        if (start != null && !discharged.isBefore(LocalDate.parse((String) start))) {
            steps.add(STAY_PAID_BY, "出院日期{0}时，转入地的待遇已从{1}开始", discharged, start);
            return "TRANSFER_IN";
        }
        if (Boolean.TRUE.equals(decided.get(GAP_COVERED))) {
            steps.add(STAY_PAID_BY, "出院日期{0}在中断期间，中断期间的费用由转入地支付", discharged);
            return "TRANSFER_IN";
        }
        steps.add(STAY_PAID_BY, "出院日期{0}晚于转出地缴费到的最后一天{1}，转入地的待遇还没有开始", discharged, lastDayPaidFor(facts));
        return "REFER";
    }

    private static LocalDate start(Facts facts, Row row, Steps steps) {
        PaymentClock clock =
                switch (row.text(START_FROM)) {
                    case "PAYMENT_MONTH" -> PaymentClock.PAYMENT_MONTH;
                    case "PAYMENT_DAY" -> PaymentClock.PAYMENT_DAY;
                    default -> throw row.unknown(START_FROM);
                };
        return Shared.runOut(clock, facts.date(PAID_ON), row.number(START_AFTER), BENEFIT_START, steps);
    }

    private static LocalDate lastDayPaidFor(Facts facts) {
        return facts.month(LAST_PAID_MONTH).atEndOfMonth();
    }

    private static YearMonth paidIn(Facts facts) {
        return YearMonth.from(facts.date(PAID_ON));
    }

    private static boolean samePool(Facts facts) {
        Region from = facts.region(FROM_REGION);
        return from.pool() != null && from.pool().equals(facts.region(REGION).pool());
    }

    private static boolean sameProvince(Facts facts) {
        return facts.regions()
                .provinceOf(facts.region(FROM_REGION).code())
                .equals(facts.regions().provinceOf(facts.region(REGION).code()));
    }
}
