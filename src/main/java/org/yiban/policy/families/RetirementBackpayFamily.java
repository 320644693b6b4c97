package org.yiban.policy.families;

import java.math.BigDecimal;
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
import org.yiban.policy.counting.Money;
import org.yiban.policy.counting.Months;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** {@code retirement-backpay}: what closes the gap in contribution years at retirement, and at what price. */
final class RetirementBackpayFamily implements Family {

    private static final String QUOTED_ON = "quotedOn";
    private static final String SHORTFALL_MONTHS = "shortfallMonths";
    private static final String MINIMUM_BASE = "minimumBase";
    private static final String LOCAL_RATE = "localRate";
    private static final String PAID_ON = "paidOn";

    private static final String BASE_KIND = "baseKind";
    private static final String BASE = "base";
    private static final String RATE = "rate";
    private static final String FLOORED = "floored";
    private static final String START_FROM = "startFrom";

    private static final Map<String, String> BASES = Map.of(
            "LAST_BASE", "lastBase",
            "PAYABLE_BASE_BEFORE_RETIREMENT", "payableBaseBeforeRetirement",
            "PENSION", "pensionLastMonth",
            "BASE_AT_RETIREMENT", "baseAtRetirement",
            "PROVINCIAL_AVERAGE", "provincialAverageWage",
            "CITY_AVERAGE", "cityAverageWage");

    @Override
    public String name() {
        return "retirement-backpay";
    }

    @Override
    public String label() {
        return "退休补缴";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Shared.identity(),
                Fact.date(QUOTED_ON, "核价日期").required(),
                Fact.date("retirementAgeOn", "达到法定退休年龄的日期"),
                Fact.months(SHORTFALL_MONTHS, "所差月数"),
                Fact.choice("shortfallKind", "所差年限的种类", "ACTUAL", "实际缴费年限", "CUMULATIVE", "累计缴费年限"),
                Shared.accountType(),
                Fact.flag("pensionStarted", "已领取养老金"),
                Fact.flag("paidInFullToDate", "退休前按时足额缴费"),
                Fact.money("lastBase", "本人最后一次缴费基数"),
                Fact.money("payableBaseBeforeRetirement", "退休上月应缴费基数"),
                Fact.money("pensionLastMonth", "补缴上月养老金"),
                Fact.money("baseAtRetirement", "办理医保退休时本人缴费基数"),
                Fact.money(MINIMUM_BASE, "补缴当年最低缴费基数"),
                Fact.money("provincialAverageWage", "上年度全省全口径月平均工资"),
                Fact.money("cityAverageWage", "上年度全市全口径月平均工资"),
                Fact.rate(LOCAL_RATE, "当地缴费比例").orNone(),
                Fact.date(PAID_ON, "缴费日期").orNone());
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(DerivedFact.evenIfOpen(
                Fact.flag("localRateStated", "已填当地缴费比例"), facts -> facts.states(LOCAL_RATE), LOCAL_RATE));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome(),
                Result.of(BASE_KIND, "基数种类"),
                Result.of(BASE, "基数"),
                Result.of(RATE, "比例"),
                Result.of("amount", "补缴金额"),
                Result.of("accountCredited", "计入个人账户"),
                Result.of("payer", "缴费人"),
                Result.of("alternatives", "其他办法"),
                Result.of("benefitStart", "退休待遇开始日"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.QUOTED),
                TableOutput.choice(BASE_KIND, BASES.keySet().toArray(String[]::new)),
                TableOutput.flag(FLOORED),
                TableOutput.rate(RATE),
                TableOutput.flag("accountCredited"),
                TableOutput.choice("payer", "EMPLOYER", "PERSON"),
                TableOutput.choices("alternatives", "CONTINUE_MONTHLY", "JOIN_RESIDENT"),
                TableOutput.choice(START_FROM, "PAYMENT_MONTH"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return QUOTED_ON;
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (row.text(Result.OUTCOME).equals(Outcome.REFER.name())) {
            return results;
        }
        String named = BASES.get(row.text(BASE_KIND));
        if (named == null) {
            throw row.unknown(BASE_KIND);
        }
        boolean floored = row.flag(FLOORED);
        facts.need(
                floored
                        ? new String[] {named, MINIMUM_BASE, SHORTFALL_MONTHS}
                        : new String[] {named, SHORTFALL_MONTHS});
        BigDecimal base = facts.decimal(named);
        if (floored && base.compareTo(facts.decimal(MINIMUM_BASE)) < 0) {
            base = facts.decimal(MINIMUM_BASE);
            results.put(BASE_KIND, "MINIMUM_BASE");
        }
        BigDecimal rate = row.states(RATE) ? row.decimal(RATE) : facts.decimal(LOCAL_RATE);
        results.put(BASE, Money.toCents(base));
        results.put(RATE, rate);
        results.put("amount", Money.contribution(base, rate, facts.count(SHORTFALL_MONTHS)));
        if (row.states(START_FROM) && facts.states(PAID_ON)) {
            results.put("benefitStart", start(facts, row).toString());
        }
        return results;
    }

    private static LocalDate start(Facts facts, Row row) {
        return switch (row.text(START_FROM)) {
            case "PAYMENT_MONTH" -> Months.firstDayAfter(YearMonth.from(facts.date(PAID_ON)), 0);
            default -> throw row.unknown(START_FROM);
        };
    }
}
