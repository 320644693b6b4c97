package org.yiban.policy.families;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Months;
import org.yiban.policy.counting.PaymentClock;
import org.yiban.policy.counting.Since;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/**
 * {@code waiting-period}: from when benefits run after enrolling, renewing, resuming or switching scheme in the same
 * pool, newborns included.
 */
final class WaitingPeriodFamily implements Family {

    private static final String SCHEME = "scheme";
    private static final String PAID_ON = "paidOn";
    private static final String YEAR_PAID_FOR = "yearPaidFor";
    private static final String COVERAGE_YEAR = "coverageYear";
    private static final String LAST_PAID_MONTH = "lastPaidMonth";
    private static final String BORN_ON = "bornOn";
    private static final String ASSISTANCE_IDENTIFIED_ON = "assistanceIdentifiedOn";

    private static final String WAITING = "waiting";
    private static final String BENEFIT_START = "benefitStart";
    private static final String GAP_COVERED = "gapCovered";
    private static final String RESIDENT_BENEFITS_CONTINUE = "residentBenefitsContinue";
    private static final String START_FROM = "startFrom";
    private static final String START_AFTER = "startAfter";
    private static final String COVERAGE_YEAR_START = "COVERAGE_YEAR";
    private static final String BIRTH_DAY = "BIRTH_DAY";
    private static final String RECOGNITION_DAY = "RECOGNITION_DAY";

    @Override
    public String name() {
        return "waiting-period";
    }

    @Override
    public String label() {
        return "等待期";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Shared.scheme(),
                Shared.identityOrResident(),
                event(),
                Fact.date(PAID_ON, "缴费到账日期").required(),
                Fact.year(COVERAGE_YEAR, "居民医保缴费所属年度（转入职工医保的：已缴的居民年度，没有则不填）"),
                Fact.month(LAST_PAID_MONTH, "中断前最后缴费所属月"),
                Fact.flag("arrearsCleared", "已补齐中断期间的费用和滞纳金", "已补齐中断期间的费用和滞纳金", "没有补齐中断期间的费用和滞纳金"),
                Fact.months("continuousMonths", "原制度连续参保月数"),
                Fact.months("continuousMonthsAnyScheme", "基本医保连续参保月数，两种制度合计"),
                Fact.flag("firstInScheme", "首次参加本制度", "是首次参加本制度", "以前参加过本制度"),
                Fact.date(BORN_ON, "出生日期"),
                Shared.assistance(),
                Fact.date(ASSISTANCE_IDENTIFIED_ON, "困难身份认定日期"),
                Fact.flag("graduateFirstJob", "应届毕业生首次就业", "是应届毕业生首次就业", "不是应届毕业生首次就业"),
                Fact.flag("militarySpouse", "退役军人的随军未就业配偶", "是退役军人的随军未就业配偶", "不是退役军人的随军未就业配偶"),
                Fact.flag("priorYearPaidInFull", "上年度足额缴费", "上年度足额缴费", "上年度没有足额缴费"),
                Fact.flag("acrossYearBackpay", "上年度的费用跨年补缴", "上年度的费用是跨年补缴的", "上年度的费用不是跨年补缴的"));
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(
                Shared.pool(),
                DerivedFact.of(
                        Fact.count("paidInMonth", "缴费所在的月份", "月"),
                        facts -> facts.date(PAID_ON).getMonthValue(),
                        PAID_ON),
                DerivedFact.of(yearPaidFor(), WaitingPeriodFamily::yearPaidFor, COVERAGE_YEAR, PAID_ON),
                DerivedFact.evenIfOpen(
                        Fact.flag("residentYearRunning", "缴费时在已缴的居民年度内（没有填年度的不在）", "缴费时还在已缴的居民年度内", "缴费时不在已缴的居民年度内"),
                        WaitingPeriodFamily::residentYearRunning,
                        COVERAGE_YEAR),
                DerivedFact.of(
                        Fact.months("unpaidMonths", "未缴月数"),
                        facts -> Months.strictlyBetween(
                                facts.month(LAST_PAID_MONTH), YearMonth.from(facts.date(PAID_ON))),
                        LAST_PAID_MONTH,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("daysSinceBirth", "出生到缴费的天数", "天"),
                        facts -> sinceBirth(facts).days(),
                        BORN_ON,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("monthsSinceBirth", "出生到缴费的月数（不满一个月的算一个月）", "个月"),
                        facts -> sinceBirth(facts).months(),
                        BORN_ON,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("calendarYearsSinceBirth", "缴费年份与出生年份的差", "年"),
                        facts -> sinceBirth(facts).calendarYears(),
                        BORN_ON,
                        PAID_ON),
                DerivedFact.of(
                        Fact.flag("birthYearFee", "缴的是出生年度的费用", "缴的是出生年度的费用", "缴的不是出生年度的费用"),
                        facts -> facts.count(COVERAGE_YEAR)
                                == facts.date(BORN_ON).getYear(),
                        COVERAGE_YEAR,
                        BORN_ON),
                DerivedFact.of(
                        Fact.count("daysToRecognition", "缴费到认定困难身份的天数（已经认定的为 0）", "天"),
                        facts -> Math.max(
                                0, new Since(facts.date(PAID_ON), facts.date(ASSISTANCE_IDENTIFIED_ON)).days()),
                        PAID_ON,
                        ASSISTANCE_IDENTIFIED_ON));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.choice(
                        WAITING,
                        "等待期",
                        "NONE",
                        "没有等待期",
                        "MONTHS_3",
                        "等待期 3 个月",
                        "DAYS_90",
                        "等待期 90 天",
                        "DAYS_30",
                        "等待期 30 天",
                        "UNTIL_CLEARED",
                        "费用补齐以前继续暂停待遇"),
                Result.date(BENEFIT_START, "待遇开始日", "从{}起享受待遇"),
                Result.flag(GAP_COVERED, "中断期间的费用可以支付", "中断期间的医疗费可以报销", "中断期间的医疗费不能报销"),
                Result.flag(RESIDENT_BENEFITS_CONTINUE, "等待期内居民待遇继续", "等待期内继续享受居民医保待遇", "居民医保待遇不再继续享受"),
                Result.basis());
    }

    @Override
    public List<Map<String, String>> impossible() {
        String feeOfBirth = "birthYearFee";
        String calendarYears = "calendarYearsSinceBirth";
        return List.of(
                Map.of(SCHEME, "\"EMPLOYEE\"", Shared.IDENTITY, "\"RESIDENT\""),
                Map.of("paidInMonth", "0, > 12"),
                Map.of(feeOfBirth, "true", YEAR_PAID_FOR, "\"THIS\"", calendarYears, "not(0)"),
                Map.of(feeOfBirth, "false", YEAR_PAID_FOR, "\"THIS\"", calendarYears, "0"),
                Map.of(feeOfBirth, "true", YEAR_PAID_FOR, "\"PAST\"", calendarYears, "0"),
                Map.of(feeOfBirth, "true", YEAR_PAID_FOR, "\"NEXT\",\"LATER\""),
                Map.of(calendarYears, ">= 2", "daysSinceBirth", "<= 365"));
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.choice(WAITING, "NONE", "MONTHS_3", "DAYS_90", "DAYS_60", "DAYS_30", "UNTIL_CLEARED"),
                TableOutput.choice(
                        START_FROM,
                        "PAYMENT_DAY",
                        "NEXT_DAY",
                        "PAYMENT_MONTH",
                        "NEXT_MONTH",
                        COVERAGE_YEAR_START,
                        BIRTH_DAY,
                        RECOGNITION_DAY),
                TableOutput.count(START_AFTER),
                TableOutput.flag(GAP_COVERED),
                TableOutput.flag(RESIDENT_BENEFITS_CONTINUE),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return PAID_ON;
    }

    @Override
    public void check(Facts facts, Violations violations) {
        if (facts.states(BORN_ON)
                && facts.states(PAID_ON)
                && facts.date(BORN_ON).isAfter(facts.date(PAID_ON))) {
            violations.add(BORN_ON, facts.date(BORN_ON).toString(), "出生日期不能晚于缴费到账日期（" + facts.date(PAID_ON) + "）");
        }
        if (facts.states(SCHEME)
                && facts.states(Shared.IDENTITY)
                && facts.text(SCHEME).equals("EMPLOYEE")
                && facts.text(Shared.IDENTITY).equals("RESIDENT")) {
            violations.add(
                    Shared.IDENTITY, facts.text(Shared.IDENTITY), "缴纳职工医保的参保身份只能是 EMPLOYER（单位职工）或 FLEXIBLE（灵活就业）");
        }
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (row.states(START_FROM)) {
            results.put(BENEFIT_START, start(facts, row, steps).toString());
        }
        return results;
    }

    private static LocalDate start(Facts facts, Row row, Steps steps) {
        return switch (row.text(START_FROM)) {
            case BIRTH_DAY -> on(facts.date(BORN_ON), "从出生之日算，就是{0}", steps);
            case RECOGNITION_DAY -> on(facts.date(ASSISTANCE_IDENTIFIED_ON), "从认定困难身份之日算，就是{0}", steps);
            case COVERAGE_YEAR_START ->
                on(LocalDate.ofYearDay(facts.count(COVERAGE_YEAR), 1), "从所缴年度的第一天算，就是{0}", steps);
            default -> Shared.runOut(clock(row), facts.date(PAID_ON), row.number(START_AFTER), BENEFIT_START, steps);
        };
    }

    private static LocalDate on(LocalDate start, String template, Steps steps) {
        steps.add(BENEFIT_START, template, start);
        return start;
    }

    private static PaymentClock clock(Row row) {
        return Arrays.stream(PaymentClock.values())
                .filter(clock -> clock.name().equals(row.text(START_FROM)))
                .findAny()
                .orElseThrow(() -> row.unknown(START_FROM));
    }

    private static Since sinceBirth(Facts facts) {
        return new Since(facts.date(BORN_ON), facts.date(PAID_ON));
    }

    private static Object yearPaidFor(Facts facts) {
        int ahead = facts.count(COVERAGE_YEAR) - facts.date(PAID_ON).getYear();
        return switch (ahead) {
            case 0 -> "THIS";
            case 1 -> "NEXT";
            default -> ahead < 0 ? "PAST" : "LATER";
        };
    }

    private static Object residentYearRunning(Facts facts) {
        return facts.states(COVERAGE_YEAR)
                && facts.count(COVERAGE_YEAR) == facts.date(PAID_ON).getYear();
    }

    private static Fact yearPaidFor() {
        return Fact.choice(YEAR_PAID_FOR, "所缴年度与缴费年份相比", "PAST", "以前年度", "THIS", "当年", "NEXT", "下一年度", "LATER", "更晚年度");
    }

    private static Fact event() {
        return Fact.choice(
                "event",
                "参保情形",
                "FIRST",
                "首次参保",
                "RENEWAL",
                "续保",
                "RESUMED",
                "中断后续保",
                "SWITCHED",
                "跨制度转换",
                "NEWBORN",
                "新生儿",
                "UNIT_ARREARS",
                "单位欠费补缴",
                "MOVED",
                "居民跨统筹区重新参保");
    }
}
