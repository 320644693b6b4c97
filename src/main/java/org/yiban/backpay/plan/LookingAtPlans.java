package org.yiban.backpay.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompilingYears;
import org.yiban.backpay.years.StatedService;
import org.yiban.backpay.years.YearsQuestion;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violation;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.Outcome;
import org.yiban.region.RegionCode;

/** Looks at plans: compiles the years anew from the record and asks the tables again. Writes nothing. */
@Component
class LookingAtPlans {

    /** The facts of months, which the record says anew at every look. */
    private static final List<String> MONTHS =
            List.of("actualMonths", "actualMonthsInProvince", "actualMonthsInPool", "deemedMonths");

    /** Other facts of the record. */
    private static final List<String> OTHERS = List.of("movedFrom", "continuousSince");

    private static final String QUOTED_ON = "quotedOn";
    private static final String PAID_ON = "paidOn";
    private static final String RETIREMENT_AGE_ON = "retirementAgeOn";

    private final CompilingYears compiling;
    private final WeighingOptions weighing;
    private final People people;
    private final PlanSettings settings;
    private final BusinessTime time;

    LookingAtPlans(
            CompilingYears compiling,
            WeighingOptions weighing,
            People people,
            PlanSettings settings,
            BusinessTime time) {
        this.compiling = compiling;
        this.weighing = weighing;
        this.people = people;
        this.settings = settings;
        this.time = time;
    }

    /** How the months of a case differ from what the record says today: what people corrected stays corrected. */
    Map<String, Integer> adjustments(NewPlan plan) {
        Map<String, String> onRecord = compiled(plan.facts(), question(plan));
        Map<String, Integer> differences = new HashMap<>();
        MONTHS.stream().filter(plan.facts()::containsKey).forEach(fact -> {
            int difference = Integer.parseInt(plan.facts().get(fact))
                    - Integer.parseInt(onRecord.getOrDefault(fact, plan.facts().get(fact)));
            if (difference != 0) {
                differences.put(fact, difference);
            }
        });
        return differences;
    }

    /** Other facts of the record that people corrected in a case: they stay, too. */
    Map<String, String> corrections(NewPlan plan) {
        Map<String, String> onRecord = compiling.compile(question(plan)).facts().question();
        Map<String, String> corrected = new HashMap<>();
        OTHERS.stream()
                .filter(plan.facts()::containsKey)
                .filter(fact -> !plan.facts().get(fact).equals(onRecord.get(fact)))
                .forEach(fact -> corrected.put(fact, plan.facts().get(fact)));
        return corrected;
    }

    /**
     * The option that somebody chose, as things stand today.
     *
     * @throws ProblemException INVALID_INPUT if there is no such option (any more)
     */
    BackpayOption chosen(NewPlan plan) {
        Map<String, String> facts = new HashMap<>(plan.facts());
        facts.put(QUOTED_ON, time.today().toString());
        Optional<BackpayOption> option = plan.decided() == null
                ? weighing.weigh(facts).option(plan.option())
                : option(facts, plan.decided().test(), plan.option());
        return option.orElseThrow(() -> ProblemException.invalid("option", plan.option(), "现在没有这个办法，请重新选择"));
    }

    /** How many months the pool's record holds of somebody. */
    int monthsOnRecord(long personId, RegionCode pool) {
        return people.months(personId, pool).size();
    }

    /** What a plan comes to today. */
    PlanLook look(ContributionPlan plan) {
        LocalDate today = time.today();
        List<ContributionMonth> months = people.months(plan.personId(), plan.pool());
        int unpaid = unpaidInARow(plan, months, YearMonth.from(today));
        LocalDate diedOn = people.require(plan.personId()).diedOn();
        if (diedOn != null) {
            return new PlanLook(
                    today,
                    PlanStanding.OVER,
                    null,
                    null,
                    null,
                    null,
                    unpaid,
                    months.size(),
                    "参保人已于 " + diedOn + " 死亡",
                    List.of());
        }
        try {
            return look(plan, today, unpaid, months.size());
        } catch (ProblemException unclear) {
            String why = unclear.violations().stream().map(Violation::message).collect(Collectors.joining("；"));
            return left(today, unpaid, months.size(), why.isEmpty() ? unclear.getMessage() : why);
        }
    }

    private PlanLook look(ContributionPlan plan, LocalDate today, int unpaid, int onRecord) {
        Map<String, String> facts = compiled(plan.facts(), question(plan));
        plan.adjustments()
                .forEach((fact, more) -> facts.merge(
                        fact,
                        more.toString(),
                        (now, by) -> String.valueOf(Integer.parseInt(now) + Integer.parseInt(by))));
        facts.putAll(plan.corrections());
        facts.put(QUOTED_ON, today.toString());
        facts.remove(PAID_ON);
        WeighedOptions weighed = weighing.weigh(facts);
        if (weighed.met()) {
            return reached(today, unpaid, onRecord, "缴费年限已达到", basis(weighed));
        }
        Optional<BackpayOption> option = weighed.option(plan.option());
        if (plan.decided() != null && open(weighed)) {
            YearsTest left = plan.decided().testAfter(plan.facts(), facts);
            if (left.outcome() == Outcome.MET) {
                return reached(today, unpaid, onRecord, "主管判断所差的月数已缴满", left.basis());
            }
            option = option(facts, left, plan.option());
        }
        if (option.isEmpty()) {
            return left(today, unpaid, onRecord, "现行文件没有说还差几个月，需要人来判断");
        }
        BackpayOption going = option.get();
        boolean broken = unpaid > settings.unpaidMonths(plan.pool());
        return new PlanLook(
                today,
                broken ? PlanStanding.BROKEN : PlanStanding.GOES_ON,
                going.months(),
                going.monthlyToday(),
                going.monthlySays(),
                going.reachedIn(),
                unpaid,
                onRecord,
                says(going, unpaid),
                going.basis());
    }

    /** Whether the tables say of no way of counting whether the years are there. */
    private static boolean open(WeighedOptions weighed) {
        return weighed.tests().stream().allMatch(test -> test.outcome() == Outcome.REFER);
    }

    private Optional<BackpayOption> option(Map<String, String> facts, YearsTest test, String key) {
        return weighing.quote(facts, test).stream()
                .filter(option -> option.key().equals(key))
                .findFirst();
    }

    private static PlanLook reached(
            LocalDate today, int unpaid, int onRecord, String says, List<ProvisionReference> basis) {
        return new PlanLook(today, PlanStanding.REACHED, 0, null, null, null, unpaid, onRecord, says, basis);
    }

    private static PlanLook left(LocalDate today, int unpaid, int onRecord, String why) {
        return new PlanLook(today, PlanStanding.BROKEN, null, null, null, null, unpaid, onRecord, why, List.of());
    }

    private static List<ProvisionReference> basis(WeighedOptions weighed) {
        return weighed.tests().stream()
                .flatMap(test -> test.basis().stream())
                .distinct()
                .toList();
    }

    private static String says(BackpayOption going, int unpaid) {
        return "还差 " + going.months() + " 个月"
                + (going.reachedIn() == null ? "" : "，逐月缴纳的，到 " + going.reachedIn() + " 达到")
                + (going.monthlyToday() == null ? "" : "；现在每月 " + going.monthlyToday() + " 元")
                + (unpaid == 0 ? "" : "；已连续 " + unpaid + " 个月没有缴费记录");
    }

    /** The months behind the last one that is over, as long as they were not paid. */
    private static int unpaidInARow(ContributionPlan plan, List<ContributionMonth> months, YearMonth now) {
        Set<YearMonth> paid = months.stream()
                .filter(month -> month.scheme() == Scheme.EMPLOYEE && month.kind() == MonthKind.PAID)
                .map(ContributionMonth::month)
                .collect(Collectors.toSet());
        int unpaid = 0;
        YearMonth month = now.minusMonths(1);
        while (!month.isBefore(plan.patientSince()) && !paid.contains(month)) {
            unpaid++;
            month = month.minusMonths(1);
        }
        return unpaid;
    }

    private Map<String, String> compiled(Map<String, String> facts, YearsQuestion question) {
        Map<String, String> all = new HashMap<>(facts);
        all.putAll(compiling.compile(question).facts().question());
        return all;
    }

    private YearsQuestion question(NewPlan plan) {
        return question(plan.personId(), plan.pool(), plan.facts(), plan.services());
    }

    private YearsQuestion question(ContributionPlan plan) {
        return question(plan.personId(), plan.pool(), plan.facts(), plan.services());
    }

    private YearsQuestion question(
            long personId, RegionCode pool, Map<String, String> facts, List<StatedService> services) {
        LocalDate today = time.today();
        return new YearsQuestion(
                personId, pool, LocalDate.parse(facts.get(RETIREMENT_AGE_ON)), YearMonth.from(today), today, services);
    }
}
