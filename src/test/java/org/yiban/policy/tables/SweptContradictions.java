package org.yiban.policy.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.MissingFactsException;
import org.yiban.policy.families.Family;

/** Facts that no question brings together, because one follows from others or a family refuses them. */
final class SweptContradictions {

    private static final String YEAR = "yearPaidFor";
    private static final String FEE = "birthYearFee";
    private static final String YEARS = "calendarYearsSinceBirth";

    /** Of waiting-period: the fee for the year of birth, by how many years ago that was; a payment not before birth. */
    private static final List<Map<String, Predicate<Object>>> WAITING_PERIOD = List.of(
            Map.of("scheme", "EMPLOYEE"::equals, "identity", "RESIDENT"::equals),
            Map.of(FEE, Boolean.TRUE::equals, YEAR, Set.of("NEXT", "LATER")::contains),
            Map.of(FEE, Boolean.TRUE::equals, YEARS, year -> whole(year) == 0, YEAR, year -> !year.equals("THIS")),
            Map.of(FEE, Boolean.FALSE::equals, YEARS, year -> whole(year) == 0, YEAR, "THIS"::equals),
            Map.of(FEE, Boolean.TRUE::equals, YEARS, year -> whole(year) > 0, YEAR, year -> !year.equals("PAST")),
            Map.of("daysSinceBirth", days -> whole(days) < 366, YEARS, year -> whole(year) > 1));

    private static final List<Map<String, Predicate<Object>>> CONTINUITY =
            List.of(Map.of("samePool", Boolean.TRUE::equals, "sameProvince", Boolean.FALSE::equals));

    private static final Map<String, List<Map<String, Predicate<Object>>>> OF_SEVERAL =
            Map.of("waiting-period", WAITING_PERIOD, "benefit-continuity", CONTINUITY);

    private SweptContradictions() {}

    /** The contradictions between facts that are asked. */
    static List<SweepCondition> of(
            Family family, List<String> asked, Map<String, Collection<?>> values, Map<String, Fact> facts) {
        List<SweepCondition> found = new ArrayList<>();
        for (DerivedFact derived : family.derived()) {
            if (isTied(derived, asked, facts)) {
                values.get(derived.fact().name())
                        .forEach(value -> found.add(
                                apart(derived, value, facts.get(derived.from().get(0)))));
            }
        }
        OF_SEVERAL.getOrDefault(family.name(), List.of()).stream()
                .filter(together -> asked.containsAll(together.keySet()))
                .forEach(together -> found.add(SweepCondition.impossible(together)));
        return found;
    }

    /** Whether a fact follows from one other alone, which is asked too. */
    static boolean isTied(DerivedFact derived, List<String> asked, Map<String, Fact> facts) {
        String source = derived.from().get(0);
        boolean alone = derived.from().size() == 1
                && (!derived.whileOpen() || derived.fact().type() == FactType.FLAG);
        return alone
                && asked.contains(derived.fact().name())
                && asked.contains(source)
                && followsAlone(derived, facts.get(source));
    }

    private static boolean followsAlone(DerivedFact derived, Fact source) {
        try {
            SweptPolicy.derive(derived, source, source.type() == FactType.DATE ? "2022-04-01" : "2022");
            return true;
        } catch (MissingFactsException e) {
            return false;
        }
    }

    private static SweepCondition apart(DerivedFact derived, Object value, Fact source) {
        return SweepCondition.impossible(Map.of(
                derived.fact().name(),
                value::equals,
                source.name(),
                from -> !value.equals(SweptPolicy.derive(derived, source, from))));
    }

    private static int whole(Object number) {
        return new BigDecimal(number.toString()).intValue();
    }
}
