package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.CompilingYears;
import org.yiban.backpay.years.RecordedBases;
import org.yiban.backpay.years.StatedService;
import org.yiban.backpay.years.YearsQuestion;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.known.AskingForFacts;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;

/**
 * Derives the facts of a retirement from what was stated and from the record. What neither knows is asked of a clerk, but
 * only where the years, or a price, depend on it.
 */
@Component
class DerivingBackpayFacts {

    static final String YEARS = "minimum-years";
    static final String PRICE = "retirement-backpay";

    /** Facts that say how long somebody has paid, and by which figures a gap is priced: stated by hand, another person looks at them. */
    private static final Set<String> FOR_FOUR_EYES = Set.of(
            "actualMonths",
            "actualMonthsInProvince",
            "actualMonthsInPool",
            "deemedMonths",
            "movedFrom",
            "continuousSince",
            "lastBase",
            "baseAtRetirement",
            "payableBaseBeforeRetirement",
            "pensionLastMonth",
            "minimumBase",
            "provincialAverageWage",
            "cityAverageWage",
            "localRate");

    private static final String NOT_ON_RECORD = "登记中没有，由经办人员填写";
    private static final String STATED = "申请";
    private static final String QUOTED_ON = "quotedOn";

    private final CompilingYears compiling;
    private final WeighingOptions weighing;
    private final RecordedBases bases;
    private final Policies policies;
    private final AskingForFacts asking;
    private final BusinessTime time;

    DerivingBackpayFacts(
            CompilingYears compiling,
            WeighingOptions weighing,
            RecordedBases bases,
            Policies policies,
            AskingForFacts asking,
            BusinessTime time) {
        this.compiling = compiling;
        this.weighing = weighing;
        this.bases = bases;
        this.policies = policies;
        this.asking = asking;
        this.time = time;
    }

    /** The months of the record: what was paid after the age was reached counts, too. */
    CompiledYears compile(Backpay backpay, List<StatedService> services) {
        return compiling.compile(new YearsQuestion(
                backpay.personId(),
                backpay.pool(),
                backpay.stated().retirementAgeOn(),
                YearMonth.from(time.today()),
                backpay.stated().requestedOn(),
                services));
    }

    /** The facts, those marked that a clerk has to state. */
    KnownFacts derive(Backpay backpay, CompiledYears years) {
        StatedBackpay stated = backpay.stated();
        Map<String, Fact> declared = declared();
        List<KnownFact> facts = new ArrayList<>();
        facts.add(of(declared.get("region"), backpay.pool().value(), "受理的统筹区", false));
        facts.add(of(declared.get("sex"), stated.sex().name(), "参保登记", false));
        facts.add(of(declared.get("retirementAgeOn"), stated.retirementAgeOn().toString(), STATED, false));
        facts.addAll(years.facts().all());
        facts.add(of(declared.get("identity"), stated.identity().name(), "申请或参保登记", true));
        facts.add(of(declared.get("accountType"), stated.accountType(), STATED, true));
        facts.add(of(declared.get("pensionStarted"), text(stated.pensionStarted()), STATED, true));
        facts.add(of(declared.get("pensionLastMonth"), text(stated.pensionLastMonth()), STATED, true));
        facts.add(of(declared.get("convertsToAccount"), text(stated.convertsToAccount()), STATED, true));
        YearMonth reached = YearMonth.from(stated.retirementAgeOn());
        YearMonth now = YearMonth.from(time.today());
        facts.addAll(bases.of(backpay.personId(), backpay.pool(), reached, reached.isBefore(now) ? reached : now));
        return asking(new KnownFacts(facts));
    }

    /**
     * Marks which facts have to be asked, by the facts as they stand.
     *
     * @throws ProblemException naming as {@code facts.NAME} every fact whose value is none
     */
    KnownFacts asking(KnownFacts facts) {
        Set<String> missing = missing(question(facts));
        Map<String, KnownFact> known = facts.all().stream().collect(Collectors.toMap(KnownFact::name, fact -> fact));
        List<KnownFact> all = new ArrayList<>();
        declared().forEach((name, declared) -> {
            KnownFact fact = known.get(name);
            boolean asked = missing.contains(name);
            if (fact != null) {
                all.add(new KnownFact(
                        fact.name(),
                        fact.label(),
                        fact.value(),
                        fact.source(),
                        fact.correctable(),
                        asked,
                        fact.corrected()));
            } else if (asked) {
                all.add(new KnownFact(name, declared.label(), null, NOT_ON_RECORD, true, true, false));
            }
        });
        return new KnownFacts(all);
    }

    private Set<String> missing(Map<String, String> question) {
        try {
            Set<String> missing = new LinkedHashSet<>(weighing.asked(question));
            if (missing.isEmpty()) {
                missing.addAll(weighing.assumed(question));
            }
            return missing;
        } catch (ProblemException refused) {
            throw ProblemException.invalid(refused.violations().stream()
                    .map(wrong -> new Violation("facts." + wrong.field(), wrong.value(), wrong.message()))
                    .toList());
        }
    }

    /** The question to the tables as of today: years and prices together. */
    Map<String, String> question(KnownFacts facts) {
        Map<String, String> question = new LinkedHashMap<>(facts.question());
        question.put(QUOTED_ON, time.today().toString());
        return question;
    }

    /** Whether months, or figures of a price, were stated by hand. */
    static boolean statedByHand(KnownFacts facts) {
        return facts.corrected().stream().anyMatch(fact -> FOR_FOUR_EYES.contains(fact.name()));
    }

    /** The facts as people read and correct them, those of the years first. */
    List<ShownFact> shown(KnownFacts facts) {
        if (facts == null) {
            return List.of();
        }
        Set<String> ofYears =
                policies.declaredFacts(YEARS).stream().map(Fact::name).collect(Collectors.toSet());
        List<ShownFact> shown = new ArrayList<>(asking.shown(YEARS, only(facts, ofYears, true)));
        shown.addAll(asking.shown(PRICE, only(facts, ofYears, false)));
        return shown;
    }

    private static KnownFacts only(KnownFacts facts, Set<String> names, boolean among) {
        return new KnownFacts(facts.all().stream()
                .filter(fact -> names.contains(fact.name()) == among)
                .toList());
    }

    private Map<String, Fact> declared() {
        Map<String, Fact> declared = new LinkedHashMap<>();
        policies.declaredFacts(YEARS).forEach(fact -> declared.put(fact.name(), fact));
        policies.declaredFacts(PRICE).forEach(fact -> declared.putIfAbsent(fact.name(), fact));
        return declared;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    private static KnownFact of(Fact declared, String value, String source, boolean correctable) {
        String from = value == null && source.equals(STATED) ? "申请中没有写明" : source;
        return new KnownFact(declared.name(), declared.label(), value, from, correctable, false, false);
    }
}
