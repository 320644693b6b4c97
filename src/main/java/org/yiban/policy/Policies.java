package org.yiban.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violations;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.families.Families;
import org.yiban.policy.families.Family;
import org.yiban.policy.families.TransferDeadlineFamily;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.register.TableVersions;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/**
 * Asks the decision tables. For a region and a business date the documents speak one after the other; the first whose
 * table has a row for the facts answers; where none has, the answer is REFER. Facts that no rule asks for may be left
 * out; where the answer depends on facts left out, they are named. Needs no database.
 */
public class Policies {

    private final Regions regions;
    private final WorkingCalendars calendars;
    private final TableVersions versions;
    private final Sources sources;
    private final Gaps gaps;
    private final DocumentOrder order;
    private final FillingFacts filling;
    private final Silences silences;
    private final Map<String, Family> families = new TreeMap<>();

    /**
     * Policies by the tables that are in force on the business date, by documents, and by the reasons why they are silent.
     *
     * @throws org.yiban.policy.tables.DecisionTableException as {@link #requireUsable}
     */
    public Policies(Regions regions, WorkingCalendars calendars, TableVersions versions, Sources sources, Gaps gaps) {
        this(regions, calendars, versions, sources, gaps, WagesOnRecord.NONE);
    }

    private Policies(
            Regions regions,
            WorkingCalendars calendars,
            TableVersions versions,
            Sources sources,
            Gaps gaps,
            WagesOnRecord wages) {
        this.regions = regions;
        this.filling = new FillingFacts(regions, wages);
        this.calendars = calendars;
        this.versions = versions;
        this.sources = sources;
        this.gaps = gaps;
        this.order = new DocumentOrder(regions, versions, sources);
        this.silences = new Silences(gaps);
        Families.all(calendars).forEach(family -> families.put(family.name(), family));
        versions.sets().forEach(this::requireUsable);
    }

    /**
     * Makes sure that a set of tables can answer.
     *
     * @throws org.yiban.policy.tables.DecisionTableException if a table asks for a fact that its family does not know, or
     *     rests on a provision that no document has
     */
    public void requireUsable(DecisionTables tables) {
        tables.requireKnown(families.values().stream()
                .collect(Collectors.toMap(Family::name, family -> Set.copyOf(allFacts(family)))));
        new SourceCheck(tables, sources).require();
    }

    /** Policies by the tables that are packaged with the application. */
    public static Policies packaged(Regions regions, WorkingCalendars calendars) {
        return packaged(regions, calendars, WagesOnRecord.NONE);
    }

    /** Likewise; announcements on record are put in where a question leaves them open. */
    public static Policies packaged(Regions regions, WorkingCalendars calendars, WagesOnRecord wages) {
        return new Policies(
                regions,
                calendars,
                new TableVersions(DecisionTables.packaged()),
                Sources.packaged(),
                Gaps.packaged(),
                wages);
    }

    /**
     * Policies by the tables of a folder laid out as {@code processes/policy} is, and by its documents; by the packaged
     * documents if it has no folder {@code sources}.
     *
     * @throws org.yiban.policy.tables.DecisionTableException if a table cannot be read, asks for a fact that its family does
     *     not know, or rests on a provision that no document has, or if a document's data cannot be used
     */
    public static Policies of(Path folder, Regions regions, WorkingCalendars calendars) {
        return new Policies(
                regions, calendars, new TableVersions(DecisionTables.in(folder)), Sources.in(folder), Gaps.in(folder));
    }

    /** Policies by the packaged tables before a business date and by those of a folder, likewise, from it on. */
    public static Policies from(LocalDate date, Path folder, Regions regions, WorkingCalendars calendars) {
        TableVersions versions = new TableVersions(DecisionTables.packaged());
        versions.exchange(DecisionTables.packaged(), Map.of(date, DecisionTables.in(folder)));
        return new Policies(regions, calendars, versions, Sources.in(folder), Gaps.in(folder));
    }

    /**
     * What these policies would be if the tables that come into force first were others, whatever the date.
     *
     * @throws org.yiban.policy.tables.DecisionTableException as {@link #requireUsable}
     */
    public Policies with(UnaryOperator<DecisionTables> change) {
        DecisionTables tables = change.apply(versions.sets().get(0));
        return new Policies(regions, calendars, new TableVersions(tables), sources, gaps);
    }

    /**
     * How a transfer is classed and when it is due.
     *
     * @throws ProblemException naming every fact that is missing or wrong; within one province both regions must be
     *     known down to the pool
     */
    public TransferDeadline transferDeadline(TransferDeadlineQuestion question) {
        return TransferDeadline.of(decide(TransferDeadlineFamily.NAME, question.facts()));
    }

    /**
     * Between which regions a relation would move.
     *
     * @throws ProblemException naming {@code fromRegion}, {@code toRegion} or both
     */
    public TransferKind classify(String fromRegion, String toRegion) {
        Violations violations = new Violations();
        Region from = violations.collect(() -> regions.require(TransferDeadlineFamily.FROM_REGION, fromRegion));
        Region to = violations.collect(() -> regions.require(TransferDeadlineFamily.TO_REGION, toRegion));
        violations.throwIfAny();
        TransferDeadlineFamily.checkPools(regions, from, to, violations);
        violations.throwIfAny();
        return TransferDeadlineFamily.kind(regions, from, to);
    }

    /** The tables by which it answers, from which business date on. */
    public TableVersions versions() {
        return versions;
    }

    /** The documents behind the tables. */
    public Sources sources() {
        return sources;
    }

    /** How people cite a document: its number and title; empty if there is none of that id. */
    public Optional<String> documentName(String id) {
        return sources.document(id).map(Document::cited);
    }

    /** What provisions say, in their order: those that no document has keep their id alone. */
    public List<CitedProvision> cite(List<ProvisionReference> provisions) {
        return provisions.stream().map(id -> CitedProvision.of(id, sources)).toList();
    }

    /** Names of the families that exist, in order. */
    public Set<String> families() {
        return Collections.unmodifiableSet(families.keySet());
    }

    /** What people read for a family. */
    public String label(String family) {
        return family(family).label();
    }

    /**
     * The documents that speak to a family, in the order in which they are asked; those of its parts behind them.
     *
     * @param region the region whose documents speak; {@code null} for a family that asks for none
     * @throws ProblemException naming {@code region}, {@code on} or both if they are missing or wrong
     */
    public List<SpeakingDocument> speaking(String family, String region, LocalDate on) {
        return order.speaking(family(family), region, on);
    }

    /**
     * The rules of the order of documents that hold for a question, those of the family's parts too.
     *
     * @param given facts as the contract writes them
     */
    public List<String> orderRules(String family, Map<String, String> given) {
        return order.rules(family(family), given);
    }

    /**
     * Whether a file of tables may speak to a family in a region on a date, by the tables then in force.
     *
     * @param region as the facts of a decision state it; {@code null} for a family that asks for none
     */
    public boolean speaks(String file, String family, String region, LocalDate on) {
        return speaking(family, region, on).stream()
                .anyMatch(document -> document.file().equals(file));
    }

    /** The fact that names the region whose documents speak; {@code null} if a family asks for none. */
    public String regionFact(String family) {
        return family(family).regionFact();
    }

    /** Names of the facts a family asks for. */
    public List<String> facts(String family) {
        return declaredFacts(family).stream().map(Fact::name).toList();
    }

    /** The facts a family asks for, as forms and the API need them. */
    public List<Fact> declaredFacts(String family) {
        return family(family).facts();
    }

    /** The facts that follow from those a family asks for. */
    public List<DerivedFact> derivedFacts(String family) {
        return family(family).derived();
    }

    /** The fact, given or derived, on whose date a rule must be in force. */
    public String businessDateFact(String family) {
        return family(family).businessDateFact();
    }

    /** Names of the results a family gives. */
    public List<String> results(String family) {
        return declaredResults(family).stream().map(Result::name).toList();
    }

    /** The results a family gives, with what people read. */
    public List<Result> declaredResults(String family) {
        return family(family).results();
    }

    /**
     * The results that the tables always state with an outcome: who decides in their place states them, too. Results
     * that are counted are not among them.
     *
     * @param on the business date whose tables are looked at
     */
    public List<String> statedWith(String family, String outcome, LocalDate on) {
        Set<String> stated = versions.on(on).statedWith(family, Result.OUTCOME, outcome);
        return results(family).stream().filter(stated::contains).toList();
    }

    /**
     * Asks a family by the names of the contract.
     *
     * @param given facts as the contract writes them; absent or blank = not stated. Announcements of average wages that are
     *     not stated are those on record; the explanation keeps them and says the source
     * @throws ProblemException naming every fact that is missing where it matters, wrong or unknown
     */
    public Answer decide(String family, Map<String, String> given) {
        Family asked = family(family);
        refuseUnknown(asked, given);
        Facts facts = filling.read(asked, given);
        return new Consultation(versions.on(asked.businessDate(facts)), silences, asked, facts).answer();
    }

    private static List<String> allFacts(Family family) {
        return Stream.concat(family.facts().stream(), family.derived().stream().map(DerivedFact::fact))
                .map(Fact::name)
                .toList();
    }

    private static void refuseUnknown(Family family, Map<String, String> given) {
        if (family.factNames().containsAll(given.keySet())) {
            return;
        }
        List<String> known = family.facts().stream().map(Fact::name).toList();
        Violations violations = new Violations();
        given.forEach((fact, value) -> {
            if (!known.contains(fact)) {
                violations.add(fact, value, "没有这项事实；可以填写：" + String.join("、", known));
            }
        });
        violations.throwIfAny();
    }

    private Family family(String name) {
        Family family = name == null ? null : families.get(name);
        if (family == null) {
            throw ProblemException.invalid("family", name, "没有这一类决策；现有：" + String.join("、", families.keySet()));
        }
        return family;
    }
}
