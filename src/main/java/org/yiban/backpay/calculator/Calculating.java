package org.yiban.backpay.calculator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.backpay.calculator.Calculation.FactLine;
import org.yiban.backpay.calculator.Calculation.OpenFact;
import org.yiban.backpay.calculator.Calculation.PersonOnRecord;
import org.yiban.backpay.calculator.Calculation.PoolCalculation;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.Days;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Violations;
import org.yiban.person.Person;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.StatedFacts;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * Calculates without a case: asks the tables of each pool, with the months stated or those on record. Stores nothing but who read
 * whose record.
 */
@Component
class Calculating {

    private static final int MOST_POOLS = 6;
    private static final String REGION = "region";
    private static final String QUOTED_ON = "quotedOn";
    private static final String RETIREMENT = "retirementAgeOn";
    private static final String SEX = "sex";
    private static final Set<String> COUNTED = Set.of(REGION, "shortfallMonths", "shortfallKind");
    private static final String STATED = "所填";

    private final WeighingOptions weighing;
    private final AskedPerson asked;
    private final CheckingLives lives;
    private final ComparingFigures comparing;
    private final ShowingCalculations showing;
    private final Policies policies;
    private final Regions regions;
    private final Access access;
    private final BusinessTime time;

    Calculating(
            WeighingOptions weighing,
            AskedPerson asked,
            CheckingLives lives,
            ComparingFigures comparing,
            ShowingCalculations showing,
            Policies policies,
            Regions regions,
            Access access,
            BusinessTime time) {
        this.weighing = weighing;
        this.asked = asked;
        this.lives = lives;
        this.comparing = comparing;
        this.showing = showing;
        this.policies = policies;
        this.regions = regions;
        this.access = access;
        this.time = time;
    }

    /**
     * Calculates for each pool.
     *
     * @throws ProblemException naming pools, identity number and facts that cannot be; what only one pool asks for, or
     *     refuses, is said in its part of the answer
     */
    @Transactional
    public Calculation calculate(CalculationRequest request) {
        access.current();
        Violations violations = new Violations();
        Set<RegionCode> pools = violations.collect(() -> pools(request.pools()));
        Map<String, String> stated = violations.collect(() -> stated(request.facts()));
        LocalDate quotedOn = stated == null ? null : violations.collect(() -> quotedOn(stated));
        boolean onRecord =
                request.identityNumber() != null && !request.identityNumber().isBlank();
        Person person = onRecord ? violations.collect(() -> asked.require(request.identityNumber())) : null;
        LocalDate retirement = onRecord && stated != null ? violations.collect(() -> retirement(stated)) : null;
        if (quotedOn != null) {
            lives.check(request, person, stated, quotedOn, violations);
        }
        violations.throwIfAny();
        return new Calculation(
                quotedOn,
                person == null ? null : new PersonOnRecord(person.id(), person.name(), person.maskedIdentityNumber()),
                pools.stream()
                        .map(pool -> calculate(pool, stated, person, retirement, quotedOn))
                        .toList());
    }

    /** The facts that a calculation may rest on, each once. */
    List<Fact> declared() {
        return ofBothFamilies().stream()
                .filter(fact -> !COUNTED.contains(fact.name()))
                .toList();
    }

    private List<Fact> ofBothFamilies() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Stream.of("minimum-years", "retirement-backpay")
                .flatMap(family -> policies.declaredFacts(family).stream())
                .forEach(fact -> facts.putIfAbsent(fact.name(), fact));
        return new ArrayList<>(facts.values());
    }

    private PoolCalculation calculate(
            RegionCode pool, Map<String, String> stated, Person person, LocalDate retirement, LocalDate quotedOn) {
        Map<String, String> facts = new LinkedHashMap<>(stated);
        Map<String, String> sources = new LinkedHashMap<>();
        facts.put(REGION, pool.value());
        try {
            if (person != null) {
                put(
                        facts,
                        sources,
                        SEX,
                        person.sex() == null ? null : person.sex().name(),
                        "参保登记");
                for (KnownFact fact : asked.onRecord(person, pool, retirement, quotedOn)) {
                    put(facts, sources, fact.name(), fact.value(), fact.source());
                }
            }
            WeighedOptions weighed = weighing.weigh(facts);
            List<String> remarks = comparing.remarks(pool, facts, quotedOn);
            return showing.weighed(pool, lines(facts, sources), weighed, YearMonth.from(quotedOn), remarks);
        } catch (ProblemException refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            return notYet(pool, lines(facts, sources), refused.violations());
        }
    }

    /** What stands on record, unless something else was stated. */
    private static void put(
            Map<String, String> facts, Map<String, String> sources, String name, String value, String source) {
        if (value != null && facts.putIfAbsent(name, value) == null) {
            sources.put(name, source);
        }
    }

    private PoolCalculation notYet(RegionCode pool, List<FactLine> lines, List<Violation> violations) {
        Map<String, Fact> declared = declared().stream().collect(Collectors.toMap(Fact::name, fact -> fact));
        List<OpenFact> open = violations.stream()
                .filter(violation -> violation.value() == null && declared.containsKey(violation.field()))
                .map(violation -> declared.get(violation.field()))
                .map(fact -> new OpenFact(fact.name(), fact.label(), fact.type(), fact.choices(), fact.allowed()))
                .toList();
        List<Violation> wrong = violations.stream()
                .filter(violation -> violation.value() != null || !declared.containsKey(violation.field()))
                .toList();
        return showing.notYet(pool, lines, open, wrong);
    }

    private List<FactLine> lines(Map<String, String> facts, Map<String, String> sources) {
        return declared().stream()
                .filter(fact -> facts.get(fact.name()) != null)
                .map(fact -> new FactLine(
                        fact.name(),
                        fact.label(),
                        said(fact, facts.get(fact.name())),
                        sources.getOrDefault(fact.name(), STATED)))
                .toList();
    }

    private static String said(Fact fact, String value) {
        return switch (fact.type()) {
            case FLAG -> fact.words().getOrDefault(value, value);
            case CHOICE -> fact.choices().getOrDefault(value, value);
            case MONEY -> value + " 元";
            case COUNT -> fact.unit() == null ? value : value + " " + fact.unit();
            default -> value;
        };
    }

    private Set<RegionCode> pools(List<String> codes) {
        if (codes == null || codes.isEmpty() || codes.size() > MOST_POOLS) {
            throw ProblemException.invalid(
                    "pools", codes == null ? null : codes.size() + " 个", "请选择 1 到 " + MOST_POOLS + " 个统筹区");
        }
        Set<RegionCode> pools = new LinkedHashSet<>();
        for (String code : codes) {
            Region pool = regions.requirePool("pools", code);
            pools.add(pool.code());
        }
        return pools;
    }

    private Map<String, String> stated(Map<String, Object> facts) {
        Map<String, String> stated =
                new LinkedHashMap<>(StatedFacts.of(facts == null ? Map.of() : facts, ofBothFamilies()));
        stated.values().removeIf(value -> value == null || value.isBlank());
        stated.replaceAll((name, value) -> value.strip());
        Set<String> known = declared().stream().map(Fact::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Violations violations = new Violations();
        stated.forEach((name, value) -> {
            if (!known.contains(name)) {
                violations.add(
                        name,
                        value,
                        COUNTED.contains(name)
                                ? "不能填写：统筹区写在 pools 里，所差月数由年限算出"
                                : "没有这项事实；可以填写：" + String.join("、", known));
            }
        });
        violations.throwIfAny();
        stated.putIfAbsent(QUOTED_ON, time.today().toString());
        return stated;
    }

    private LocalDate quotedOn(Map<String, String> stated) {
        return day(QUOTED_ON, stated.get(QUOTED_ON));
    }

    private LocalDate retirement(Map<String, String> stated) {
        if (stated.get(RETIREMENT) == null) {
            throw ProblemException.invalid(RETIREMENT, null, "按登记测算要填写达到法定退休年龄的日期");
        }
        return day(RETIREMENT, stated.get(RETIREMENT));
    }

    private LocalDate day(String name, String written) {
        LocalDate day = Days.parse(written);
        if (day == null) {
            throw ProblemException.invalid(name, written, "应为日历上的日期，格式为 年-月-日，例如 2023-03-06");
        }
        return day;
    }
}
