package org.yiban.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gap;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/** Knows why no document answers a question: the gaps of the tables, by family. */
final class Silences {

    private final Map<String, List<Gap>> gaps = new HashMap<>();

    Silences(Gaps gaps) {
        gaps.all().forEach(gap -> gap.families().forEach(family -> this.gaps
                .computeIfAbsent(family, key -> new ArrayList<>())
                .add(gap)));
    }

    /**
     * What explains that no rule answers.
     *
     * @param region {@code null} for a family that asks for none
     * @param known facts by name, as plain values
     * @param open facts that are not stated
     * @return the gaps that take the question in whatever the open facts are; if there is none, those that may
     */
    List<Gap> of(
            DecisionTables tables,
            Regions regions,
            Family family,
            Region region,
            LocalDate businessDate,
            Map<String, Object> known,
            Set<String> open) {
        String province =
                region == null ? null : regions.provinceOf(region.code()).value();
        String pool =
                region == null || region.pool() == null ? null : region.pool().value();
        List<Gap> certain = new ArrayList<>();
        List<Gap> possible = new ArrayList<>();
        for (Gap gap : gaps.getOrDefault(family.name(), List.of())) {
            boolean about = gap.isAbout(family.name(), province, pool, businessDate)
                    && gap.holds((fact, test) ->
                            open.contains(fact) || tables.passes(isDate(family, fact), test, known.get(fact)));
            if (about) {
                boolean sure = gap.when().keySet().stream().noneMatch(open::contains);
                (sure ? certain : possible).add(gap);
            }
        }
        return certain.isEmpty() ? possible : certain;
    }

    private static boolean isDate(Family family, String name) {
        for (Fact fact : family.facts()) {
            if (fact.name().equals(name)) {
                return fact.type() == FactType.DATE;
            }
        }
        for (DerivedFact derived : family.derived()) {
            if (derived.fact().name().equals(name)) {
                return derived.fact().type() == FactType.DATE;
            }
        }
        return false;
    }
}
