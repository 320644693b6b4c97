package org.yiban.policy.families;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Months;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/**
 * {@code deemed-service}: which past service counts as months of contribution. A row may draw a line, the start of the
 * scheme or a month of its own, and says what becomes of the months before it, of its own month and of those after it;
 * a period that crosses the line is split.
 */
final class DeemedServiceFamily implements Family {

    private static final String ASSESSED_ON = "assessedOn";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String SCHEME_START = "schemeStart";
    private static final String PLACEMENT_ON = "governmentPlacementOn";

    private static final String COUNTED_AS = "countedAs";
    private static final String COUNTED_MONTHS = "countedMonths";
    private static final String LINE = "line";
    private static final String ON_LINE = "onLine";
    private static final String AFTER_LINE = "afterLine";

    private static final String COUNTED = "COUNTED";
    private static final String NOTHING = "NONE";
    private static final String SEPARATOR = ";";

    private static final Map<String, String> FATES = Map.of(
            "DEEMED",
            "算作视同缴费",
            "ACTUAL_IN_PROVINCE",
            "算作省内实际缴费",
            "NOT_COUNTED",
            "不算",
            Outcome.REFER.name(),
            "算不算要由人判断");

    private record Part(String outcome, String countedAs, Months run) {

        boolean sameKind(Part other) {
            return outcome.equals(other.outcome) && countedAs.equals(other.countedAs);
        }

        /** How many of its months count. */
        int months() {
            return outcome.equals(COUNTED) ? run.count() : 0;
        }

        Part and(Part next) {
            return new Part(outcome, countedAs, new Months(run.first(), next.run.last()));
        }
    }

    @Override
    public String name() {
        return "deemed-service";
    }

    @Override
    public String label() {
        return "视同缴费年限";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.date(ASSESSED_ON, "认定日期").required(),
                Fact.choice(
                        "ground",
                        "认定事由",
                        "CONTINUOUS_SERVICE",
                        "连续工龄",
                        "MILITARY_SERVICE",
                        "服现役",
                        "ACCOMPANYING_SPOUSE",
                        "随军未就业配偶",
                        "PENSION_YEARS_BOUGHT",
                        "接续工龄补缴养老",
                        "RESIDENT_YEARS",
                        "居民医保年限折算",
                        "OTHER_POOL_YEARS",
                        "省内其他统筹区缴费"),
                Fact.month(FROM, "起始月"),
                Fact.month(TO, "终止月"),
                Fact.month(SCHEME_START, "职工医保制度启动月"),
                Fact.date("retirementAgeOn", "达到法定退休年龄的日期"),
                Fact.date(PLACEMENT_ON, "政府安排工作的日期").orNone());
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(DerivedFact.evenIfOpen(
                Fact.flag("placedByGovernment", "由政府安排工作", "由政府安排工作", "不是由政府安排工作"),
                facts -> facts.states(PLACEMENT_ON),
                PLACEMENT_ON));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("COUNTED", "", "NOT_COUNTED", "不能算作缴费年限").inOrder(),
                Result.choice(COUNTED_AS, "计为", "DEEMED", "算作视同缴费年限", "ACTUAL_IN_PROVINCE", "算作省内实际缴费年限", NOTHING, "")
                        .inOrder(),
                Result.months(COUNTED_MONTHS, "认定月数", "共 {}").zeroSaid("").inOrder(),
                Result.basis());
    }

    @Override
    public List<Map<String, String>> impossible() {
        return List.of(
                Map.of("placedByGovernment", "true", PLACEMENT_ON, "null"),
                Map.of("placedByGovernment", "false", PLACEMENT_ON, "not(null)"));
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.COUNTED, Outcome.NOT_COUNTED),
                TableOutput.choice(COUNTED_AS, "DEEMED", "ACTUAL_IN_PROVINCE"),
                TableOutput.month(LINE, "SCHEME_START"),
                TableOutput.choice(ON_LINE, "DEEMED", "ACTUAL_IN_PROVINCE", "NOT_COUNTED", "REFER"),
                TableOutput.choice(AFTER_LINE, "DEEMED", "ACTUAL_IN_PROVINCE", "NOT_COUNTED", "REFER"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return ASSESSED_ON;
    }

    @Override
    public void check(Facts facts, Violations violations) {
        Shared.inOrder(this, facts, FROM, TO, violations);
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        String outcome = row.text(Result.OUTCOME);
        if (row.states(LINE)) {
            List<Part> parts = parts(facts, row);
            results.put(Result.OUTCOME, join(parts, Part::outcome));
            results.put(COUNTED_AS, join(parts, Part::countedAs));
            results.put(COUNTED_MONTHS, join(parts, part -> String.valueOf(part.months())));
            parts.forEach(part -> explain(part.outcome(), part.countedAs(), part.run(), steps));
        } else if (outcome.equals(COUNTED)) {
            results.put(COUNTED_MONTHS, String.valueOf(whole(facts).count()));
            explain(outcome, row.text(COUNTED_AS), whole(facts), steps);
        } else if (!outcome.equals(Outcome.REFER.name())) {
            results.put(COUNTED_AS, NOTHING);
            results.put(COUNTED_MONTHS, "0");
        }
        return results;
    }

    private static void explain(String outcome, String countedAs, Months run, Steps steps) {
        String months = run.first().equals(run.last()) ? run.first().toString() : run.first() + "至" + run.last();
        steps.add(
                COUNTED_MONTHS,
                "{0}共 {1} 个月，" + FATES.get(outcome.equals(COUNTED) ? countedAs : outcome),
                months,
                run.count());
    }

    private static List<Part> parts(Facts facts, Row row) {
        boolean schemeStart = row.text(LINE).equals("SCHEME_START");
        facts.need(schemeStart ? new String[] {FROM, TO, SCHEME_START} : new String[] {FROM, TO});
        YearMonth line = schemeStart ? facts.month(SCHEME_START) : YearMonth.parse(row.text(LINE));
        Months whole = whole(facts);
        String onLine = row.states(ON_LINE) ? row.text(ON_LINE) : row.text(AFTER_LINE);
        List<Part> parts = new ArrayList<>();
        add(parts, row.text(COUNTED_AS), whole.within(new Months(whole.first(), line.minusMonths(1))));
        add(parts, onLine, whole.within(new Months(line, line)));
        add(parts, row.text(AFTER_LINE), whole.within(new Months(line.plusMonths(1), whole.last())));
        return parts;
    }

    /** Adds months that a table counts as something, does not count, or leaves to a person. */
    private static void add(List<Part> parts, String fate, Months months) {
        if (months.count() == 0) {
            return;
        }
        boolean counts = !fate.equals(Outcome.REFER.name()) && !fate.equals("NOT_COUNTED");
        Part part = counts ? new Part(COUNTED, fate, months) : new Part(fate, NOTHING, months);
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).sameKind(part)) {
            parts.set(last, parts.get(last).and(part));
        } else {
            parts.add(part);
        }
    }

    private static Months whole(Facts facts) {
        facts.need(FROM, TO);
        return new Months(facts.month(FROM), facts.month(TO));
    }

    private static String join(List<Part> parts, Function<Part, String> value) {
        return parts.stream().map(value).collect(Collectors.joining(SEPARATOR));
    }
}
