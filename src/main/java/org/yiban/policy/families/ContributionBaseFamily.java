package org.yiban.policy.families;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Money;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.facts.MissingFactsException;
import org.yiban.policy.tables.Row;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;

/**
 * {@code contribution-base}: what a person's contributions to the employee scheme are counted on, between floor and
 * cap. Which wage, which average and which multiples of it, the tables say.
 */
final class ContributionBaseFamily implements Family {

    private static final String MONTH = "month";
    private static final String MONTH_START = "monthStart";
    private static final String WAGE = "wage";
    private static final String CURRENT_WAGE = "currentWage";
    private static final String PRIOR_BASE = "priorBase";
    private static final String AVERAGE_WAGE = "averageWage";

    private static final String BASE_FROM = "baseFrom";
    private static final String AVERAGE_OF = "averageOf";
    private static final String AVERAGE_IN_FORCE = "averageInForce";
    private static final String FLOOR_TIMES = "floorTimes";
    private static final String CAP_TIMES = "capTimes";
    private static final String BOUND_BASIS = "boundBasis";
    private static final String TIMES = "times";
    private static final String BASE = "base";
    private static final String BOUND = "bound";

    private static final Map<String, String> NAMED =
            Map.of(WAGE, "文件所指的月工资", CURRENT_WAGE, "当月工资", PRIOR_BASE, "上年度缴费基数", AVERAGE_WAGE, "平均工资");
    private static final Map<String, String> BOUNDS = Map.of(
            "FLOOR", "{0} 元低于下限，按下限 {1} 元确定",
            "CAP", "{0} 元高于上限，按上限 {2} 元确定",
            "NONE", "{0} 元在下限和上限之间，不用调整");

    @Override
    public String name() {
        return "contribution-base";
    }

    @Override
    public String label() {
        return "缴费基数";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.choice(
                        "identity",
                        "缴费人类别",
                        "GOVERNMENT",
                        "机关事业单位职工",
                        "ENTERPRISE",
                        "企业职工",
                        "HARDSHIP_ENTERPRISE",
                        "困难企业职工",
                        "FLEXIBLE",
                        "灵活就业"),
                Fact.month(MONTH, "缴费所属月").required(),
                Fact.money(WAGE, "文件所指的月工资").orNone(),
                Fact.money(CURRENT_WAGE, "当月（新入职的，入职当月）工资").orNone(),
                Fact.flag("newHire", "新入职", "是新入职的", "不是新入职的"),
                Fact.flag("undeclared", "单位未按规定申报基数", "单位没有按规定申报基数", "单位按规定申报了基数"),
                Fact.money(PRIOR_BASE, "上年度缴费基数"),
                Fact.wageAnnouncements(AVERAGE_WAGE, "所属月适用的平均工资公告"));
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(
                DerivedFact.of(
                        Fact.date(MONTH_START, "缴费所属月的第一天"),
                        facts -> facts.month(MONTH).atDay(1),
                        MONTH),
                DerivedFact.evenIfOpen(
                        Fact.flag("wageStated", "已填月工资", "有文件所指的月工资", "没有文件所指的月工资"), facts -> facts.states(WAGE), WAGE),
                DerivedFact.evenIfOpen(
                        Fact.flag("currentWageStated", "已填当月工资", "有当月工资", "没有当月工资"),
                        facts -> facts.states(CURRENT_WAGE),
                        CURRENT_WAGE));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.money(BASE, "缴费基数", "缴费基数是每月 {}"),
                Result.choice(BOUND, "封顶保底", "FLOOR", "这是下限，算出来的数比它低", "CAP", "这是上限，算出来的数比它高", "NONE", ""),
                Result.choice("basePeriod", "基数的期间", "MONTH", "这个基数按月确定", "YEAR", "这个基数按年度确定"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.choice(BASE_FROM, "WAGE", "CURRENT_WAGE", "PRIOR_BASE", "AVERAGE"),
                TableOutput.decimal(TIMES),
                TableOutput.choice(AVERAGE_OF, "PROVINCE", "POOL"),
                TableOutput.choice(AVERAGE_IN_FORCE, "ANNOUNCED_IN_EARLIER_MONTH", "OF_YEAR_BEFORE"),
                TableOutput.decimal(FLOOR_TIMES),
                TableOutput.decimal(CAP_TIMES),
                TableOutput.choice("basePeriod", "MONTH", "YEAR"),
                TableOutput.provisions(BOUND_BASIS),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return MONTH_START;
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
        String named = named(row);
        Optional<WageAnnouncement> inForce = facts.states(AVERAGE_WAGE) ? inForce(facts, row) : Optional.empty();
        WageAnnouncement announcement = inForce.orElseThrow(() -> missing(facts, named));
        facts.need(named);
        announcement.tellRecord(AVERAGE_WAGE, facts, steps);
        BigDecimal average = announcement.monthlyAverage();
        BigDecimal from = named.equals(AVERAGE_WAGE) ? average : facts.decimal(named);
        BigDecimal times = row.decimal(TIMES);
        BigDecimal base = Money.toCents(from.multiply(times));
        steps.addRounded(
                BASE,
                from.multiply(times),
                times.compareTo(BigDecimal.ONE) == 0 ? "取{0} {1} 元" : "{0} {1} 元 × {2%} = {3} 元",
                NAMED.get(named),
                Money.toCents(from),
                times,
                base);
        String bound = "NONE";
        if (row.states(FLOOR_TIMES) && row.states(CAP_TIMES)) {
            BigDecimal floor = Money.toCents(average.multiply(row.decimal(FLOOR_TIMES)));
            BigDecimal cap = Money.toCents(average.multiply(row.decimal(CAP_TIMES)));
            steps.add(
                    BOUND,
                    "平均工资每月 {0} 元，下限是它的 {1%}，{2} 元，上限是它的 {3%}，{4} 元",
                    Money.toCents(average),
                    row.decimal(FLOOR_TIMES),
                    floor,
                    row.decimal(CAP_TIMES),
                    cap);
            bound = base.compareTo(floor) < 0 ? "FLOOR" : base.compareTo(cap) > 0 ? "CAP" : bound;
            steps.add(BOUND, BOUNDS.get(bound), base, floor, cap);
            base = base.max(floor).min(cap);
        }
        results.put(BASE, base);
        results.put(BOUND, bound);
        if (!bound.equals("NONE") && row.states(BOUND_BASIS)) {
            results.put(Result.BASIS, row.text(Result.BASIS) + ";" + row.text(BOUND_BASIS));
        }
        return results;
    }

    private static String named(Row row) {
        return switch (row.text(BASE_FROM)) {
            case "WAGE" -> WAGE;
            case "CURRENT_WAGE" -> CURRENT_WAGE;
            case "PRIOR_BASE" -> PRIOR_BASE;
            case "AVERAGE" -> AVERAGE_WAGE;
            default -> throw row.unknown(BASE_FROM);
        };
    }

    /** Without an announcement in force the announcements count as missing, beside the wage that may be missing too. */
    private static MissingFactsException missing(Facts facts, String named) {
        return new MissingFactsException(Stream.of(named, AVERAGE_WAGE)
                .filter(fact -> fact.equals(AVERAGE_WAGE) || !facts.states(fact))
                .distinct()
                .toList());
    }

    /** The announcement in force, if there is one. */
    private static Optional<WageAnnouncement> inForce(Facts facts, Row row) {
        Region region = facts.region(REGION);
        RegionCode of =
                switch (row.text(AVERAGE_OF)) {
                    case "PROVINCE" -> facts.regions().provinceOf(region.code());
                    case "POOL" -> region.pool();
                    default -> throw row.unknown(AVERAGE_OF);
                };
        YearMonth month = facts.month(MONTH);
        return WageAnnouncement.inForce(
                WageAnnouncement.parseList(AVERAGE_WAGE, facts.text(AVERAGE_WAGE)),
                of,
                row.text(AVERAGE_IN_FORCE),
                month);
    }
}
