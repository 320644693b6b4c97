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
                Fact.flag("arrearsCleared", "已补齐中断期间的费用和滞纳金"),
                Fact.months("continuousMonths", "原制度连续参保月数"),
                Fact.months("continuousMonthsAnyScheme", "基本医保连续参保月数，两种制度合计"),
                Fact.flag("firstInScheme", "首次参加本制度"),
                Fact.date(BORN_ON, "出生日期"),
                Shared.assistance(),
                Fact.date(ASSISTANCE_IDENTIFIED_ON, "困难身份认定日期"),
                Fact.flag("graduateFirstJob", "应届毕业生首次就业"),
                Fact.flag("militarySpouse", "退役军人的随军未就业配偶"),
                Fact.flag("priorYearPaidInFull", "上年度足额缴费"),
                Fact.flag("acrossYearBackpay", "上年度的费用跨年补缴"));
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(
                Shared.pool(),
                DerivedFact.of(
                        Fact.count("paidInMonth", "缴费在几月"),
                        facts -> facts.date(PAID_ON).getMonthValue(),
                        PAID_ON),
                DerivedFact.of(yearPaidFor(), WaitingPeriodFamily::yearPaidFor, COVERAGE_YEAR, PAID_ON),
                DerivedFact.evenIfOpen(
                        Fact.flag("residentYearRunning", "缴费时在已缴的居民年度内（没有填年度的不在）"),
                        WaitingPeriodFamily::residentYearRunning,
                        COVERAGE_YEAR),
                DerivedFact.of(
                        Fact.months("unpaidMonths", "未缴月数"),
                        facts -> Months.strictlyBetween(
                                facts.month(LAST_PAID_MONTH), YearMonth.from(facts.date(PAID_ON))),
                        LAST_PAID_MONTH,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("daysSinceBirth", "出生后第几天缴费"),
                        facts -> sinceBirth(facts).days(),
                        BORN_ON,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("monthsSinceBirth", "出生后几个月内缴费"),
                        facts -> sinceBirth(facts).months(),
                        BORN_ON,
                        PAID_ON),
                DerivedFact.of(
                        Fact.count("calendarYearsSinceBirth", "缴费年份与出生年份相差几年"),
                        facts -> sinceBirth(facts).calendarYears(),
                        BORN_ON,
                        PAID_ON),
                DerivedFact.of(
                        Fact.flag("birthYearFee", "缴的是出生年度的费用"),
                        facts -> facts.count(COVERAGE_YEAR)
                                == facts.date(BORN_ON).getYear(),
                        COVERAGE_YEAR,
                        BORN_ON),
                DerivedFact.of(
                        Fact.count("daysToRecognition", "缴费后几天才认定困难身份，已经认定的为 0"),
                        facts -> Math.max(
                                0, new Since(facts.date(PAID_ON), facts.date(ASSISTANCE_IDENTIFIED_ON)).days()),
                        PAID_ON,
                        ASSISTANCE_IDENTIFIED_ON));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome(),
                Result.of(WAITING, "等待期"),
                Result.of(BENEFIT_START, "待遇开始日"),
                Result.of(GAP_COVERED, "中断期间的费用可以支付"),
                Result.of(RESIDENT_BENEFITS_CONTINUE, "等待期内居民待遇继续"),
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
            results.put(BENEFIT_START, start(facts, row).toString());
        }
        return results;
    }

    private static LocalDate start(Facts facts, Row row) {
        return switch (row.text(START_FROM)) {
            case BIRTH_DAY -> facts.date(BORN_ON);
            case RECOGNITION_DAY -> facts.date(ASSISTANCE_IDENTIFIED_ON);
            case COVERAGE_YEAR_START -> LocalDate.ofYearDay(facts.count(COVERAGE_YEAR), 1);
            default -> clock(row).runOut(facts.date(PAID_ON), row.number(START_AFTER));
        };
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
