package org.yiban.policy.tables;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Fact;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.families.Families;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gaps;
import org.yiban.region.Regions;

/** What a sweep goes over: tables, families and known gaps of the repository. */
final class SweptPolicy {

    static final Path FOLDER = Path.of("processes", "policy");
    static final Regions REGIONS = Regions.load();
    static final DecisionTables TABLES = DecisionTables.in(FOLDER);
    static final Gaps GAPS = Gaps.in(FOLDER);
    static final Map<String, Family> FAMILIES = families();

    private static final TableEngine ENGINE = new TableEngine();
    private static final Map<String, Table> BY_ID = tables();

    private SweptPolicy() {}

    /** The tables of all families, each by itself. */
    static List<Table> all() {
        return BY_ID.values().stream()
                .filter(table -> !table.id().equals("precedence"))
                .sorted(Comparator.comparing(Table::id))
                .toList();
    }

    /** Those and the table of precedence. */
    static List<Table> everyTable() {
        return Stream.concat(all().stream(), Stream.of(precedence())).toList();
    }

    static Table precedence() {
        return BY_ID.get("precedence");
    }

    /** The table of a document for a family. */
    static Table table(Speaker speaker, String family) {
        return BY_ID.get(speaker.table(family));
    }

    static TableEngine judge() {
        return ENGINE;
    }

    /** The facts of a family, derived ones too. */
    static Map<String, Fact> facts(String family) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Family declared = FAMILIES.get(family);
        Stream.concat(declared.facts().stream(), declared.derived().stream().map(DerivedFact::fact))
                .forEach(fact -> facts.put(fact.name(), fact));
        return facts;
    }

    /** A sweep over every fact that conditions ask, and values for it. */
    static Sweep sweep(String family, List<SweepCondition> conditions, Map<String, Collection<?>> given) {
        Map<String, Fact> facts = facts(family);
        List<SweepAxis> axes = Sweep.asked(conditions).stream()
                .map(fact -> SweepAxis.of(
                        fact,
                        given.containsKey(fact)
                                ? given.get(fact)
                                : SweepAxis.values(facts.get(fact), Sweep.tests(fact, conditions)),
                        conditions,
                        ENGINE))
                .toList();
        return new Sweep(conditions, axes);
    }

    /** What follows from one fact, as a plain value; {@code null} if nothing does. */
    static Object derive(DerivedFact derived, Fact source, Object value) {
        Map<String, String> given = value == null ? Map.of() : Map.of(source.name(), value.toString());
        return new FactReader(REGIONS)
                .read(List.of(source), List.of(derived), given, (facts, violations) -> {})
                .plain()
                .get(derived.fact().name());
    }

    private static Map<String, Family> families() {
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        Map<String, Family> families = new LinkedHashMap<>();
        Families.all(() -> calendar).forEach(family -> families.put(family.name(), family));
        return families;
    }

    private static Map<String, Table> tables() {
        Map<String, Table> tables = new HashMap<>();
        TableFile.in(FOLDER).stream()
                .flatMap(file -> ENGINE.parse(file).stream())
                .forEach(table -> tables.put(table.id(), table));
        return tables;
    }
}
