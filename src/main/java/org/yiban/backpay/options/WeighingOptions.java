package org.yiban.backpay.options;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.backpay.years.RetirementAges;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.region.RegionCode;

/**
 * Weighs what somebody may do who is short of years: asks the tables whether the years are there, by every way of counting
 * that is open to the person, and what each way of closing the gap costs. Writes nothing.
 */
@Component
public class WeighingOptions {

    private static final String ACTUAL_MONTHS = "actualMonths";
    private static final String DEEMED_MONTHS = "deemedMonths";
    private static final List<String> COUNTED = List.of("shortfallMonths", "shortfallKind");

    private final TestingYears testing;
    private final OfferingOptions offering;
    private final RetirementAges ages;
    private final AskedFacts asked;

    WeighingOptions(TestingYears testing, OfferingOptions offering, RetirementAges ages, Policies policies) {
        this.testing = testing;
        this.offering = offering;
        this.ages = ages;
        this.asked = new AskedFacts(policies);
    }

    /**
     * Weighs the options.
     *
     * @param facts those of the families {@code minimum-years} and {@code retirement-backpay} together, as the contract
     *     writes them; the shortfall follows from the months and is never stated. With {@code option} only that way of
     *     counting is looked at
     * @throws ProblemException naming every fact that is missing where it matters, wrong or unknown
     */
    public WeighedOptions weigh(Map<String, String> facts) {
        List<YearsTest> tests = test(facts);
        List<Offer> offers = tests.stream().anyMatch(test -> test.outcome() == Outcome.MET)
                ? List.of()
                : AskedFacts.each(tests, test -> offering.offer(facts, test));
        Map<String, BackpayOption> options = new LinkedHashMap<>();
        Set<UsedFigure> figures = new LinkedHashSet<>();
        Set<String> outlook = new LinkedHashSet<>();
        for (Offer offer : offers) {
            offer.options().forEach(option -> options.putIfAbsent(option.key(), option));
            figures.addAll(offer.figures());
            outlook.addAll(offer.outlook());
        }
        String quotedOn = facts.get(Pricing.QUOTED_ON);
        return new WeighedOptions(
                new RegionCode(facts.get("region").strip()),
                quotedOn == null || quotedOn.isBlank() ? null : LocalDate.parse(quotedOn.strip()),
                tests,
                new ArrayList<>(options.values()),
                new ArrayList<>(figures),
                new ArrayList<>(outlook));
    }

    /**
     * Whether the years are there; the day of a quote is not needed.
     *
     * @return passed ones first, then those with the smaller gap
     * @throws ProblemException likewise
     */
    public List<YearsTest> test(Map<String, String> facts) {
        check(facts);
        return testing.test(facts);
    }

    /**
     * What may be done about the gap of one test.
     *
     * @throws ProblemException likewise
     */
    public List<BackpayOption> quote(Map<String, String> facts, YearsTest test) {
        check(facts);
        return offering.offer(facts, test).options();
    }

    /**
     * The facts that somebody has to state before the options can be weighed: those on which the answers depend and that
     * reference data does not have. Where it is empty, nothing is missing.
     *
     * @throws ProblemException if a fact is wrong or unknown
     */
    public Set<String> asked(Map<String, String> facts) {
        return AskedFacts.open(() -> weigh(facts));
    }

    /**
     * The facts that are open in a question that can be answered, which the tables take for what is usual, and which would
     * change years or price if they were not.
     */
    public Set<String> assumed(Map<String, String> facts) {
        check(facts);
        List<Object> usual = gist(facts);
        return asked.assumed().stream()
                .filter(fact -> FillingFigures.open(facts, fact.name()))
                .filter(fact -> fact.words().keySet().stream().anyMatch(value -> {
                    Map<String, String> other = new HashMap<>(facts);
                    other.put(fact.name(), value);
                    return !gist(other).equals(usual);
                }))
                .map(Fact::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is said of years and prices, without what only says why. */
    private List<Object> gist(Map<String, String> facts) {
        List<YearsTest> tests = testing.test(facts);
        List<Object> gist = new ArrayList<>();
        tests.forEach(test -> gist.add(List.of(test.outcome(), test.shortfall())));
        if (tests.stream().noneMatch(test -> test.outcome() == Outcome.MET)) {
            tests.stream()
                    .filter(test -> test.outcome() == Outcome.SHORT)
                    .flatMap(test -> offering.gaps(facts, test).stream())
                    .forEach(gap -> gist.add(gap.price().answer().results()));
        }
        return gist;
    }

    private void check(Map<String, String> facts) {
        Violations violations = new Violations();
        Set<String> known = asked.known();
        facts.forEach((fact, value) -> {
            if (COUNTED.contains(fact)) {
                violations.add(fact, value, "由缴费年限算出，不能填写；年限有误的，请更正年限");
            } else if (!known.contains(fact)) {
                violations.add(fact, value, "没有这项事实；可以填写：" + String.join("、", known));
            }
        });
        Map<String, Integer> months = new HashMap<>();
        List.of(ACTUAL_MONTHS, DEEMED_MONTHS).forEach(fact -> months.put(fact, count(facts.get(fact))));
        int total = months.get(ACTUAL_MONTHS) + months.get(DEEMED_MONTHS);
        if (total > ages.longestWorkingLife()) {
            violations.add(
                    ACTUAL_MONTHS,
                    facts.get(ACTUAL_MONTHS),
                    "实际缴费和视同缴费共 %d 个月，超过了一个人可能工作的 %d 个月（由本机构设置）".formatted(total, ages.longestWorkingLife()));
        }
        violations.throwIfAny();
    }

    /** A number of months; 0 for none, and for what is no number: the tables refuse that. */
    private static int count(String written) {
        return written != null && written.strip().matches("\\d{1,4}") ? Integer.parseInt(written.strip()) : 0;
    }
}
