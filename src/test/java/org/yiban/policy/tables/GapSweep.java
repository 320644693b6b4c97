package org.yiban.policy.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiban.policy.Fact;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gap;

/**
 * All questions of a family: every region that precedence or a gap may tell apart, every date at which something may
 * change, every combination of facts. Which rule answers is told by the cells, judged one by one with the engine's own
 * FEEL, for all combinations; the engine confirms it wherever another set of rules answers.
 */
final class GapSweep {

    /** Regions and dates of which the same documents and the same gaps speak. */
    private record Setting(List<Speaker> speakers, List<Gap> gaps, Map<String, List<Object>> regional) {}

    /** What was found. */
    static final class Found {
        /** Questions that no rule answers and no gap explains. */
        final Set<String> unexplained = new LinkedHashSet<>();
        /** Questions that a rule answers and a gap takes in. */
        final Set<String> answered = new LinkedHashSet<>();
        /** Questions that the engine answers by other rules than the cells tell. */
        final Set<String> contradicted = new LinkedHashSet<>();
        /** Gaps that take in a question. */
        final Set<String> explaining = new TreeSet<>();
    }

    private final Family family;
    private final Map<String, Fact> facts;
    private final List<Gap> gaps;
    private final Found found = new Found();

    private GapSweep(Family family) {
        this.family = family;
        this.facts = SweptPolicy.facts(family.name());
        this.gaps = SweptPolicy.GAPS.all().stream()
                .filter(gap -> gap.families().contains(family.name()))
                .toList();
    }

    static Found of(Family family) {
        GapSweep sweep = new GapSweep(family);
        sweep.settings().forEach(sweep::sweep);
        return sweep.found;
    }

    private Map<Setting, Map<LocalDate, SweptPlace>> settings() {
        Map<Setting, Map<LocalDate, SweptPlace>> settings = new LinkedHashMap<>();
        List<SweepAxis.ValueClass> dates = SweptDates.of(family, gaps);
        for (SweptPlace place : SweptPlace.all(family, gaps)) {
            for (SweepAxis.ValueClass alike : dates) {
                List<Speaker> speakers =
                        place.speakers(family, date(alike.values().get(0)));
                Map<String, List<Object>> regional = regional(place, speakers);
                for (Object value : alike.values()) {
                    settings.computeIfAbsent(
                                    new Setting(speakers, explaining(place, date(value)), regional),
                                    key -> new LinkedHashMap<>())
                            .putIfAbsent(date(value), place);
                }
            }
        }
        return settings;
    }

    /** What the documents ask that follows from the region alone. */
    private Map<String, List<Object>> regional(SweptPlace place, List<Speaker> speakers) {
        Set<String> asked = new TreeSet<>();
        speakers.forEach(speaker ->
                SweptPolicy.table(speaker, family.name()).columns().forEach(column -> asked.add(column.fact())));
        Map<String, List<Object>> regional = new HashMap<>();
        family.derived().stream()
                .filter(derived -> derived.from().equals(List.of(String.valueOf(family.regionFact())))
                        && asked.contains(derived.fact().name()))
                .forEach(derived -> regional.put(
                        derived.fact().name(),
                        List.of(SweptPolicy.derive(derived, facts.get(family.regionFact()), place))));
        return regional;
    }

    private List<Gap> explaining(SweptPlace place, LocalDate date) {
        return gaps.stream()
                .filter(gap -> gap.isAbout(family.name(), place.province(), place.pool(), date))
                .toList();
    }

    private void sweep(Setting setting, Map<LocalDate, SweptPlace> dates) {
        List<Table> tables = setting.speakers().stream()
                .map(speaker -> SweptPolicy.table(speaker, family.name()))
                .toList();
        List<SweepCondition> conditions = new ArrayList<>();
        tables.forEach(table -> table.rules().forEach(rule -> conditions.add(SweepCondition.of(rule))));
        setting.gaps().forEach(gap -> conditions.add(SweepCondition.of(gap, facts)));
        List<String> asked = Sweep.asked(conditions);
        List<String> written = dates.keySet().stream().map(LocalDate::toString).toList();
        Map<String, Collection<?>> values = values(setting, written, conditions);
        conditions.addAll(SweptContradictions.of(family, asked, values, facts));
        Sweep sweep = SweptPolicy.sweep(family.name(), conditions, values);
        sweep.eachMeeting((met, combination) -> {
            Map<String, Object> drawn = sweep.facts(combination);
            drawn.putIfAbsent(family.businessDateFact(), written.get(0));
            SweptPlace place = dates.get(date(drawn.get(family.businessDateFact())));
            judge(met.stream().mapToObj(conditions::get).toList(), tables, place, drawn);
        });
    }

    private Map<String, Collection<?>> values(Setting setting, List<String> dates, List<SweepCondition> conditions) {
        List<String> asked = Sweep.asked(conditions);
        Map<String, Collection<?>> values = new HashMap<>(setting.regional());
        values.put(family.businessDateFact(), dates);
        asked.forEach(fact ->
                values.computeIfAbsent(fact, name -> SweepAxis.values(facts.get(name), Sweep.tests(name, conditions))));
        family.derived().stream()
                .filter(derived -> SweptContradictions.isTied(derived, asked, facts))
                .forEach(derived -> values.put(derived.fact().name(), derived(derived, values)));
        return values;
    }

    private Set<Object> derived(DerivedFact derived, Map<String, Collection<?>> values) {
        String source = derived.from().get(0);
        Set<Object> follow = new LinkedHashSet<>();
        values.get(source).forEach(value -> follow.add(SweptPolicy.derive(derived, facts.get(source), value)));
        return follow;
    }

    private void judge(List<SweepCondition> met, List<Table> tables, SweptPlace place, Map<String, Object> drawn) {
        if (!ids(met, SweepCondition.Kind.IMPOSSIBLE).isEmpty()) {
            return;
        }
        List<String> rules = ids(met, SweepCondition.Kind.RULE);
        List<String> explaining = ids(met, SweepCondition.Kind.GAP);
        String example = place + " " + drawn;
        found.explaining.addAll(explaining);
        if (rules.isEmpty() && explaining.isEmpty()) {
            found.unexplained.add(example);
        } else if (!rules.isEmpty() && !explaining.isEmpty()) {
            found.answered.add("%s：%s 作答，%s".formatted(explaining, rules, example));
        }
        List<String> hit = tables.stream()
                .flatMap(table -> table.evaluate(drawn).stream())
                .map(Hit::rule)
                .toList();
        if (!hit.equals(rules)) {
            found.contradicted.add("%s 而不是 %s：%s".formatted(hit, rules, example));
        }
    }

    private static List<String> ids(List<SweepCondition> met, SweepCondition.Kind kind) {
        return met.stream()
                .filter(condition -> condition.kind() == kind)
                .map(SweepCondition::id)
                .toList();
    }

    private static LocalDate date(Object written) {
        return LocalDate.parse((String) written);
    }
}
