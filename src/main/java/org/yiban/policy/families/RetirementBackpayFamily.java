package org.yiban.policy.families;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Money;
import org.yiban.policy.counting.PaymentClock;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;

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
    private static final String AVERAGE_WAGE = "averageWage";
    private static final String AVERAGE_IN_FORCE = "averageInForce";
    private static final String HOLDS = "holds";
    private static final String CONTINUE_AS = "continueAs";
    private static final String VALID_UNTIL = "validUntil";
    private static final String PROVINCIAL_AVERAGE = "PROVINCIAL_AVERAGE";

    private static final Map<String, String> BASES = Map.of(
            "LAST_BASE",
            "lastBase",
            "PAYABLE_BASE_BEFORE_RETIREMENT",
            "payableBaseBeforeRetirement",
            "PENSION",
            "pensionLastMonth",
            "BASE_AT_RETIREMENT",
            "baseAtRetirement",
            PROVINCIAL_AVERAGE,
            "provincialAverageWage",
            "CITY_AVERAGE",
            "cityAverageWage");

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
                Fact.flag("pensionStarted", "已领取养老金", "已领取养老金", "还没有领取养老金"),
                Fact.flag("paidInFullToDate", "退休前按时足额缴费", "退休前按时足额缴费", "退休前没有按时足额缴费"),
                Fact.money("lastBase", "本人最后一次缴费基数"),
                Fact.money("payableBaseBeforeRetirement", "退休上月应缴费基数"),
                Fact.money("pensionLastMonth", "补缴上月养老金"),
                Fact.money("baseAtRetirement", "办理医保退休时本人缴费基数"),
                Fact.money(MINIMUM_BASE, "补缴当年最低缴费基数"),
                Fact.money("provincialAverageWage", "上年度全省全口径月平均工资").orNone(),
                Fact.money("cityAverageWage", "上年度全市全口径月平均工资").orNone(),
                Fact.rate(LOCAL_RATE, "当地缴费比例").orNone(),
                Fact.date(PAID_ON, "缴费日期").orNone(),
                Fact.wageAnnouncements(AVERAGE_WAGE, "平均工资公告").orNone(),
                Shared.convertsToAccount());
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(DerivedFact.evenIfOpen(
                Fact.flag("localRateStated", "已填当地缴费比例", "有当地缴费比例", "没有当地缴费比例"),
                facts -> facts.states(LOCAL_RATE),
                LOCAL_RATE));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("QUOTED", "可以一次性补缴"),
                Result.choice(
                                BASE_KIND,
                                "基数种类",
                                "LAST_BASE",
                                "本人最后一次缴费基数",
                                "PAYABLE_BASE_BEFORE_RETIREMENT",
                                "退休上月应缴费基数",
                                "PENSION",
                                "补缴上月养老金",
                                "BASE_AT_RETIREMENT",
                                "办理医保退休时本人缴费基数",
                                "PROVINCIAL_AVERAGE",
                                "上年度全省月平均工资",
                                "CITY_AVERAGE",
                                "上年度全市月平均工资",
                                "MINIMUM_BASE",
                                "补缴当年最低缴费基数")
                        .said("按{}计算"),
                Result.money(BASE, "基数", null),
                Result.rate(RATE, "比例", null),
                Result.money("amount", "补缴金额", "补缴 {}").zeroSaid("不用补缴"),
                Result.flag("accountCredited", "计入个人账户", "计入个人账户", "不计入个人账户"),
                Result.choice("payer", "缴费人", "EMPLOYER", "用人单位", "PERSON", "本人")
                        .said("由{}缴"),
                Result.choice("alternatives", "其他办法", "CONTINUE_MONTHLY", "继续按月缴费", "JOIN_RESIDENT", "改参加居民医保")
                        .said("也可以{}"),
                Result.date("benefitStart", "退休待遇开始日", "从{}起享受退休待遇"),
                Result.date(VALID_UNTIL, "报价有效到", "这个报价到{}为止有效"),
                Result.choice(CONTINUE_AS, "续缴的身份", "EMPLOYER", "单位职工", "FLEXIBLE", "灵活就业")
                        .said("按月续缴的，以{}身份缴"),
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
                TableOutput.choice(AVERAGE_IN_FORCE, "ANNOUNCED_IN_EARLIER_MONTH", "OF_YEAR_BEFORE"),
                TableOutput.choice(HOLDS, "MONTH_OF_QUOTE", "YEAR_OF_QUOTE"),
                TableOutput.choice(CONTINUE_AS, "EMPLOYER", "FLEXIBLE"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return QUOTED_ON;
    }

    @Override
    public void check(Facts facts, Violations violations) {
        if (facts.states(AVERAGE_WAGE)) {
            violations.collect(() -> WageAnnouncement.parseList(AVERAGE_WAGE, facts.text(AVERAGE_WAGE)));
        }
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
        Optional<WageAnnouncement> announced = facts.states(named) ? Optional.empty() : announced(facts, row);
        List<String> needed = new ArrayList<>(List.of(SHORTFALL_MONTHS));
        if (announced.isEmpty()) {
            needed.add(named);
        }
        if (floored) {
            needed.add(MINIMUM_BASE);
        }
        facts.need(needed.toArray(String[]::new));
        announced.ifPresent(found -> tell(found, facts, steps));
        BigDecimal base = announced.map(WageAnnouncement::monthlyAverage).orElseGet(() -> facts.decimal(named));
        if (floored && base.compareTo(facts.decimal(MINIMUM_BASE)) < 0) {
            steps.add(
                    BASE,
                    "{0} {1} 元低于最低缴费基数 {2} 元，按最低缴费基数算",
                    label(named),
                    Money.toCents(base),
                    facts.decimal(MINIMUM_BASE));
            base = facts.decimal(MINIMUM_BASE);
            results.put(BASE_KIND, "MINIMUM_BASE");
        }
        BigDecimal rate = row.states(RATE) ? row.decimal(RATE) : facts.decimal(LOCAL_RATE);
        results.put(BASE, Money.toCents(base));
        results.put(RATE, rate);
        results.put("amount", Shared.contribution(base, rate, facts.count(SHORTFALL_MONTHS), "amount", steps));
        if (row.states(START_FROM) && facts.states(PAID_ON)) {
            results.put("benefitStart", start(facts, row, steps).toString());
        }
        if (row.states(HOLDS)) {
            results.put(VALID_UNTIL, lastDay(facts.date(QUOTED_ON), row).toString());
        }
        return results;
    }

    /** The average wage by which the table counts, out of the announcements; empty where it counts by none. */
    private static Optional<WageAnnouncement> announced(Facts facts, Row row) {
        if (!facts.states(AVERAGE_WAGE) || !row.states(AVERAGE_IN_FORCE)) {
            return Optional.empty();
        }
        Region region = facts.region(REGION);
        RegionCode of = row.text(BASE_KIND).equals(PROVINCIAL_AVERAGE)
                ? facts.regions().provinceOf(region.code())
                : region.pool();
        return WageAnnouncement.inForce(
                WageAnnouncement.parseList(AVERAGE_WAGE, facts.text(AVERAGE_WAGE)),
                of,
                row.text(AVERAGE_IN_FORCE),
                YearMonth.from(facts.date(QUOTED_ON)));
    }

    private static void tell(WageAnnouncement announced, Facts facts, Steps steps) {
        if (!announced.tellRecord(BASE, facts, steps)) {
            steps.add(
                    BASE,
                    "{0}年度月平均工资 {1} 元，{2}公布",
                    String.valueOf(announced.year()),
                    Money.toCents(announced.monthlyAverage()),
                    announced.announcedOn());
        }
    }

    /** The last day on which the figures that the price was counted from are certain to be those in force. */
    private static LocalDate lastDay(LocalDate quotedOn, Row row) {
        return switch (row.text(HOLDS)) {
            case "MONTH_OF_QUOTE" -> quotedOn.with(TemporalAdjusters.lastDayOfMonth());
            case "YEAR_OF_QUOTE" -> quotedOn.with(TemporalAdjusters.lastDayOfYear());
            default -> throw row.unknown(HOLDS);
        };
    }

    private static LocalDate start(Facts facts, Row row, Steps steps) {
        return switch (row.text(START_FROM)) {
            case "PAYMENT_MONTH" ->
                Shared.runOut(PaymentClock.PAYMENT_MONTH, facts.date(PAID_ON), 0, "benefitStart", steps);
            default -> throw row.unknown(START_FROM);
        };
    }

    private String label(String name) {
        return facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::label)
                .findFirst()
                .orElseThrow();
    }
}
