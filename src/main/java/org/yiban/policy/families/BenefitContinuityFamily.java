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
                Fact.flag("arrearsCleared", "已补缴中断期间的费用"),
                Fact.date(DISCHARGED_ON, "跨转移期间住院的出院日期").orNone());
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(
                DerivedFact.of(
                        Fact.flag("samePool", "转出地与转入地是同一个统筹区"),
                        BenefitContinuityFamily::samePool,
                        REGION,
                        FROM_REGION),
                DerivedFact.of(
                        Fact.flag("sameProvince", "转出地与转入地在同一个省"),
                        BenefitContinuityFamily::sameProvince,
                        REGION,
                        FROM_REGION),
                DerivedFact.of(
                        Fact.months("unpaidMonths", "未缴月数"),
                        facts -> Months.strictlyBetween(facts.month(LAST_PAID_MONTH), paidIn(facts)),
                        LAST_PAID_MONTH,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("monthsSinceReduced", "减员当月到缴费当月相隔的月数"),
                        facts -> new Months(
                                        YearMonth.from(facts.date(REDUCED_ON)).plusMonths(1), paidIn(facts))
                                .count(),
                        REDUCED_ON,
                        PAID_ON),
                DerivedFact.evenIfOpen(
                        Fact.flag("stayed", "填了出院日期"), facts -> facts.states(DISCHARGED_ON), DISCHARGED_ON));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome(),
                Result.of("originCoverageUntil", "转出地待遇截止日"),
                Result.of("arrearsAllowed", "可以补缴中断期间的费用"),
                Result.of("waiting", "等待期"),
                Result.of(BENEFIT_START, "待遇开始日"),
                Result.of(GAP_COVERED, "中断期间的费用可以支付"),
                Result.of(STAY_PAID_BY, "住院费用支付方"),
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
            results.put("originCoverageUntil", lastDayPaidFor(facts).toString());
        }
        if (row.states(START_FROM)) {
            results.put(BENEFIT_START, start(facts, row).toString());
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
        String payer = payerAtDischarge(facts, decided);
        results.put(STAY_PAID_BY, payer);
        if (payer.equals("REFER")) {
            results.remove(Result.BASIS);
        }
        return results;
    }

    private static String payerAtDischarge(Facts facts, Map<String, Object> decided) {
        LocalDate discharged = facts.date(DISCHARGED_ON);
        if (!discharged.isAfter(lastDayPaidFor(facts))) {
            return "TRANSFER_OUT";
        }
        if (facts.states(REDUCED_ON) && discharged.isBefore(facts.date(REDUCED_ON))) {
            return "REFER";
        }
        Object start = decided.get(BENEFIT_START);
        boolean begun = start != null && !discharged.isBefore(LocalDate.parse((String) start));
        return begun || Boolean.TRUE.equals(decided.get(GAP_COVERED)) ? "TRANSFER_IN" : "REFER";
    }

    private static LocalDate start(Facts facts, Row row) {
        int after = row.number(START_AFTER);
        return switch (row.text(START_FROM)) {
            case "PAYMENT_MONTH" -> Months.firstDayAfter(paidIn(facts), after);
            case "PAYMENT_DAY" -> facts.date(PAID_ON).plusDays(after);
            default -> throw row.unknown(START_FROM);
        };
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
