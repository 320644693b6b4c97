package org.yiban.policy.tables;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yiban.policy.Fact;
import org.yiban.policy.Fact.Presence;
import org.yiban.policy.FactType;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gap;

/** The business dates that a family is swept over. */
final class SweptDates {

    private SweptDates() {}

    /**
     * Dates that precedence, the family's tables or gaps name, their neighbours, month ends and starts; in classes that no
     * rule of precedence tells apart.
     */
    static List<SweepAxis.ValueClass> of(Family family, List<Gap> gaps) {
        Set<String> tests = new LinkedHashSet<>();
        Stream.concat(Stream.of(SweptPolicy.precedence()), SweptPolicy.all().stream())
                .filter(table -> !SweptPolicy.FAMILIES.containsKey(Speaker.familyOf(table.file()))
                        || Speaker.familyOf(table.file()).equals(family.name()))
                .flatMap(table -> table.rules().stream())
                .flatMap(rule -> rule.cells().stream())
                .filter(cell -> cell.column().date())
                .forEach(cell -> tests.add(cell.test()));
        gaps.forEach(gap -> tests.add(gap.from() + " " + gap.until()));
        Set<String> dates = new TreeSet<>();
        SweepAxis.dates(tests).forEach(day -> dates.add(businessDate(family, day)));
        List<SweepCondition> precedence = SweptPolicy.precedence().rules().stream()
                .map(SweepCondition::of)
                .toList();
        return SweepAxis.of("businessDate", dates, precedence, SweptPolicy.judge())
                .classes();
    }

    /** The day itself, or the one by which a family that goes by months goes. */
    private static String businessDate(Family family, LocalDate day) {
        Optional<Fact> month = family.facts().stream()
                .filter(fact -> fact.type() == FactType.MONTH && fact.presence() == Presence.REQUIRED)
                .findFirst();
        if (month.isEmpty()) {
            return day.toString();
        }
        DerivedFact derived = family.derived().stream()
                .filter(fact -> fact.fact().name().equals(family.businessDateFact()))
                .findFirst()
                .orElseThrow();
        return (String) SweptPolicy.derive(derived, month.get(), YearMonth.from(day));
    }
}
