package org.yiban.policy.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.policy.Policies;
import org.yiban.policy.cases.RulesHit;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.families.Families;
import org.yiban.policy.families.Family;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.gaps.Gap;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.WrittenTable;
import org.yiban.policy.tables.WrittenTables;
import org.yiban.region.Regions;

/**
 * All checks of a set of tables: against the families, the documents, each other, the explanations of gaps and, where
 * there are cases, the cases.
 */
public final class TableChecks {

    private static final String CASES = "cases";

    private final WrittenTables tables;
    private final Sources sources;
    private final Gaps gaps;
    private final Periods periods;
    private final Regions regions;
    private final Map<String, Family> families = new TreeMap<>();
    private final FindingList findings = new FindingList();

    private TableChecks(
            WrittenTables tables,
            Sources sources,
            Gaps gaps,
            Periods periods,
            Regions regions,
            WorkingCalendars calendars) {
        this.tables = tables;
        this.sources = sources;
        this.gaps = gaps;
        this.periods = periods;
        this.regions = regions;
        Families.all(calendars).forEach(family -> families.put(family.name(), family));
    }

    /**
     * Checks the tables that are packaged with the application.
     *
     * @param cases a folder of cases; {@code null} takes the packaged ones
     * @return what was found, the gravest first
     */
    public static List<TableFinding> packaged(Path cases, Regions regions, WorkingCalendars calendars) {
        TableChecks checks = new TableChecks(
                WrittenTables.packaged(), Sources.packaged(), Gaps.packaged(), Periods.packaged(), regions, calendars);
        return checks.check(
                () -> Policies.packaged(regions, calendars),
                policies -> cases == null ? RulesHit.packaged(policies) : RulesHit.in(cases, policies));
    }

    /**
     * Checks the tables of a folder laid out as {@code processes/policy} is.
     *
     * @param cases a folder of cases; {@code null} takes those of the folder, if there are any
     * @return what was found, the gravest first
     * @throws DecisionTableException if the folder, or what stands beside the tables, cannot be read
     */
    public static List<TableFinding> in(Path folder, Path cases, Regions regions, WorkingCalendars calendars) {
        TableChecks checks = new TableChecks(
                WrittenTables.in(folder), Sources.in(folder), Gaps.in(folder), Periods.in(folder), regions, calendars);
        Path own = folder.resolve(CASES);
        Path taken = cases == null && Files.isDirectory(own) ? own : cases;
        return checks.check(
                () -> Policies.of(folder, regions, calendars),
                taken == null ? null : policies -> RulesHit.in(taken, policies));
    }

    /**
     * Checks tables beside the documents, periods and gaps that are packaged with the application; no cases.
     *
     * @return what was found, the gravest first
     */
    public static List<TableFinding> of(WrittenTables tables, Regions regions, WorkingCalendars calendars) {
        return new TableChecks(tables, Sources.packaged(), Gaps.packaged(), Periods.packaged(), regions, calendars)
                .check(null, null);
    }

    private List<TableFinding> check(Supplier<Policies> policies, Function<Policies, RulesHit> cases) {
        check();
        if (cases != null) {
            cases(policies, cases);
        }
        return findings.all().stream()
                .sorted(Comparator.comparing(TableFinding::severity).thenComparing(TableFinding::file))
                .toList();
    }

    /** Every rule is hit by some case. Tables that cannot answer at all hit nothing: why is told, not their rules. */
    private void cases(Supplier<Policies> policies, Function<Policies, RulesHit> cases) {
        Policies usable;
        try {
            usable = policies.get();
        } catch (DecisionTableException e) {
            String why = findings.size() > 0 ? "先改正其余错误" : e.getMessage();
            findings.error(FindingKind.UNREADABLE, CASES, "案例没有检查：" + why);
            return;
        }
        RulesHit hit = cases.apply(usable);
        if (findings.size() == 0) {
            hit.defects().forEach(defect -> findings.error(FindingKind.OUTPUT, CASES, defect));
        }
        tables.tables().stream()
                .filter(table -> !table.id().equals(Precedence.ID))
                .forEach(table -> table.rules().stream()
                        .filter(rule -> !hit.rules().contains(rule.id()))
                        .forEach(rule -> findings.error(FindingKind.NO_CASE, table, rule, "没有案例命中这一行")));
    }

    private void check() {
        tables.unreadable().forEach((file, reason) -> findings.error(FindingKind.UNREADABLE, file, reason));
        StructureCheck structure = new StructureCheck(families, sources, findings);
        structure.check(tables.tables());
        Optional<Precedence> precedence = tables.tables().stream()
                .filter(table -> table.id().equals(Precedence.ID))
                .findFirst()
                .map(table -> new Precedence(table, findings));
        if (precedence.isEmpty()) {
            findings.error(FindingKind.STRUCTURE, Precedence.FILE, "没有这张表，无从知道哪份文件作答");
        }
        precedence.ifPresent(order -> structure.check(order, tables.tables()));
        Map<String, WrittenTable> byId = new HashMap<>();
        tables.tables().forEach(table -> byId.put(table.id(), table));
        Optional<Chains> chains = precedence.map(order -> new Chains(order, byId, gaps, regions));
        families.values().forEach(family -> check(family, precedence, chains));
    }

    private void check(Family family, Optional<Precedence> precedence, Optional<Chains> chains) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        Stream.concat(family.facts().stream(), family.derived().stream().map(DerivedFact::fact))
                .forEach(fact -> scales.put(fact.name(), new Scale(fact)));
        InputCheck inputs = new InputCheck(scales, findings);
        OutputCheck outputs = new OutputCheck(family, sources, findings);
        List<ReadRule> read = new ArrayList<>();
        tables.tables().stream()
                .filter(table -> table.family().equals(family.name()))
                .forEach(table -> {
                    read.addAll(inputs.read(table));
                    outputs.check(table);
                });

        List<Gap> explained = gaps.all().stream()
                .filter(gap -> gap.families().contains(family.name()))
                .filter(gap -> inputs.understands(gap, family))
                .toList();
        Map<String, List<CellTest>> asked = new LinkedHashMap<>();
        List<CellTest> dates = new ArrayList<>();
        asked.put(family.businessDateFact(), dates);
        precedence.ifPresent(order -> order.rows().forEach(row -> dates.add(row.dates())));
        sources.documents().forEach(document -> dates.add(periods.of(document)));
        dates.addAll(periods.all());
        explained.forEach(gap -> Tests.of(gap, family).forEach((fact, tests) -> add(asked, fact, tests)));
        family.impossible().forEach(facts -> Tests.of(facts).forEach((fact, tests) -> add(asked, fact, tests)));

        FamilySpace space = new FamilySpace(family, scales, read, asked);
        List<Box> impossible = family.impossible().stream()
                .map(facts -> space.box(Tests.of(facts)))
                .toList();
        Witness witness = new Witness(tables, findings);
        OverlapCheck overlaps = new OverlapCheck(space, impossible, witness, findings);
        space.tables().forEach(overlaps::check);
        chains.ifPresent(found -> {
            List<Chain> all = found.of(space);
            new ChainCheck(precedence.orElseThrow().table(), space, impossible, explained, witness, findings)
                    .check(all);
            new PeriodCheck(space, precedence.orElseThrow(), sources, periods, findings).check(all);
        });
    }

    private static void add(Map<String, List<CellTest>> asked, String fact, List<CellTest> tests) {
        asked.computeIfAbsent(fact, key -> new ArrayList<>()).addAll(tests);
    }
}
