package org.yiban.policy.known;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Finds out what a clerk has to state before the tables can answer, and shows facts to people. Writes nothing. */
@Component
public class AskingForFacts {

    private static final String NOT_ON_RECORD = "登记中没有，由经办人员填写";
    private static final Map<String, String> FLAGS = Map.of("true", "是", "false", "否");

    private final Policies policies;
    private final Regions regions;

    AskingForFacts(Policies policies, Regions regions) {
        this.policies = policies;
        this.regions = regions;
    }

    /**
     * The facts in the family's order, those marked that a clerk has to state; what nobody knows and nothing depends on is
     * left out.
     *
     * @throws ProblemException naming as {@code facts.NAME} every fact whose value is none
     */
    public KnownFacts asking(String family, KnownFacts facts) {
        Set<String> missing = missing(family, facts.question());
        Map<String, KnownFact> known = facts.all().stream().collect(Collectors.toMap(KnownFact::name, fact -> fact));
        List<KnownFact> all = new ArrayList<>();
        for (Fact declared : policies.declaredFacts(family)) {
            KnownFact fact = known.get(declared.name());
            boolean asked = missing.contains(declared.name());
            if (fact != null) {
                all.add(fact.asking(asked));
            } else if (asked) {
                all.add(new KnownFact(declared.name(), declared.label(), null, NOT_ON_RECORD, true, true, false));
            }
        }
        return new KnownFacts(all);
    }

    /**
     * The facts, complete for the decision.
     *
     * @throws ProblemException naming as {@code facts.NAME} every fact that still has to be stated, or whose value is none
     */
    public KnownFacts complete(String family, KnownFacts facts) {
        KnownFacts asking = asking(family, facts);
        Violations violations = new Violations();
        asking.asked()
                .forEach(fact ->
                        violations.add("facts." + fact.name(), null, "结论取决于“" + fact.label() + "”，登记中没有；请填写并写明出处"));
        violations.throwIfAny();
        return asking;
    }

    private Set<String> missing(String family, Map<String, String> question) {
        try {
            policies.decide(family, question);
            return Set.of();
        } catch (ProblemException refused) {
            Set<String> open = new TreeSet<>();
            List<Violation> wrong = new ArrayList<>();
            for (Violation violation : refused.violations()) {
                if (question.containsKey(violation.field())) {
                    wrong.add(new Violation("facts." + violation.field(), violation.value(), violation.message()));
                } else {
                    open.add(violation.field());
                }
            }
            if (!wrong.isEmpty()) {
                throw ProblemException.invalid(wrong);
            }
            return open;
        }
    }

    /** The facts of a family as people read and correct them; none where they are not derived yet. */
    public List<ShownFact> shown(String family, KnownFacts facts) {
        if (facts == null) {
            return List.of();
        }
        Map<String, Fact> declared = new LinkedHashMap<>();
        policies.declaredFacts(family).forEach(fact -> declared.put(fact.name(), fact));
        return facts.all().stream()
                .map(fact -> shown(fact, declared.get(fact.name())))
                .toList();
    }

    private ShownFact shown(KnownFact fact, Fact declared) {
        Map<String, String> choices = declared.type() == FactType.FLAG ? FLAGS : declared.choices();
        return new ShownFact(
                fact.name(),
                fact.label(),
                fact.value(),
                fact.value() == null ? null : words(declared, choices, fact.value()),
                fact.source(),
                fact.correctable(),
                declared.type(),
                choices);
    }

    private String words(Fact declared, Map<String, String> choices, String value) {
        return switch (declared.type()) {
            case REGION -> regions.fullName(new RegionCode(value));
            case MONEY -> isNumber(value) ? value + " 元" : value;
            case RATE -> isNumber(value) ? Written.percent(new BigDecimal(value)) : value;
            default -> choices.getOrDefault(value, value);
        };
    }

    /** What a clerk has typed may be none: the tables say so. */
    private static boolean isNumber(String value) {
        return value.matches("\\d{1,12}(\\.\\d{1,6})?");
    }
}
