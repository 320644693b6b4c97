package org.yiban.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.Hit;
import org.yiban.policy.tables.Speaker;
import org.yiban.region.Regions;

/**
 * Asks the decision tables. For a region and a business date the documents speak one after the other; the first whose
 * table has a row for the facts answers; where none has, the answer is REFER. Needs no database.
 */
public class Policies {

    private static final String NO_RULE = "没有现行文件作出规定，由人工判断";

    private final Regions regions;
    private final DecisionTables tables;
    private final Map<String, Family> families = new TreeMap<>();

    Policies(Regions regions, WorkingCalendars calendars, DecisionTables tables) {
        this.regions = regions;
        this.tables = tables;
        List.of(new TransferDeadlineFamily(calendars)).forEach(family -> families.put(family.name(), family));
    }

    /** Policies by the tables that are packaged with the application. */
    public static Policies packaged(Regions regions, WorkingCalendars calendars) {
        return new Policies(regions, calendars, DecisionTables.packaged());
    }

    /**
     * Policies by the tables of a folder laid out as {@code processes/policy} is.
     *
     * @throws org.yiban.policy.tables.DecisionTableException if a table cannot be read
     */
    public static Policies of(Path folder, Regions regions, WorkingCalendars calendars) {
        return new Policies(regions, calendars, DecisionTables.in(folder));
    }

    /**
     * How a transfer is classed and when it is due.
     *
     * @throws ProblemException naming every fact that is missing or wrong; within one province both regions must be
     *     known down to the pool
     */
    public TransferDeadline transferDeadline(TransferDeadlineQuestion question) {
        Map<String, String> facts = new HashMap<>();
        facts.put(TransferDeadlineFamily.FROM_REGION, question.fromRegion());
        facts.put(TransferDeadlineFamily.TO_REGION, question.toRegion());
        facts.put(TransferDeadlineFamily.ACCEPTED_ON, text(question.acceptedOn()));
        Answer answer = decide(TransferDeadlineFamily.NAME, facts);
        Map<String, Object> results = answer.results();
        String dueOn = (String) results.get(TransferDeadlineFamily.DUE_ON);
        return new TransferDeadline(
                answer.outcome(),
                TransferKind.valueOf((String) results.get(TransferDeadlineFamily.TRANSFER_KIND)),
                (Boolean) results.get(TransferDeadlineFamily.TRANSFER_NEEDED),
                (Integer) results.get(TransferDeadlineFamily.WORKING_DAYS),
                dueOn == null ? null : LocalDate.parse(dueOn),
                (Boolean) results.get(TransferDeadlineFamily.PROVISIONAL),
                answer.basis(),
                answer.explanation());
    }

    /**
     * Between which regions a relation would move.
     *
     * @throws ProblemException naming {@code fromRegion}, {@code toRegion} or both
     */
    public TransferKind classify(String fromRegion, String toRegion) {
        Map<String, String> facts = new HashMap<>();
        facts.put(TransferDeadlineFamily.FROM_REGION, fromRegion);
        facts.put(TransferDeadlineFamily.TO_REGION, toRegion);
        FactReader read = new FactReader(facts, regions);
        TransferKind kind = TransferDeadlineFamily.classify(read);
        read.throwIfAny();
        return kind;
    }

    /** Names of the families that exist. */
    public Set<String> families() {
        return Set.copyOf(families.keySet());
    }

    /** Names of the facts a family asks for. */
    public List<String> facts(String family) {
        return family(family).facts();
    }

    /** Names of the results a family gives. */
    public List<String> results(String family) {
        return family(family).results();
    }

    /**
     * Asks a family by the names of the contract.
     *
     * @param given facts as the contract writes them; absent or blank = not stated
     * @throws ProblemException naming every fact that is missing, wrong or unknown
     */
    public Answer decide(String family, Map<String, String> given) {
        Family asked = family(family);
        refuseUnknown(asked, given);
        Situation situation = asked.read(new FactReader(given, regions));
        for (Speaker speaker :
                tables.speakers(family, text(situation.province()), text(situation.pool()), situation.businessDate())) {
            Optional<Hit> hit = tables.ask(speaker, family, situation.facts());
            if (hit.isPresent()) {
                return answer(asked, situation, speaker.instrument(), hit.get());
            }
        }
        return answer(asked, situation, null, Hit.none(Map.of(Family.OUTCOME, Outcome.REFER.name()), NO_RULE));
    }

    private static Answer answer(Family family, Situation situation, String instrument, Hit hit) {
        Map<String, Object> concluded = family.conclude(situation, hit.row());
        Map<String, Object> results = new LinkedHashMap<>();
        for (String name : family.results()) {
            if (concluded.get(name) != null) {
                results.put(name, concluded.get(name));
            }
        }
        return new Answer(new Explanation(
                family.name(),
                situation.businessDate(),
                situation.facts(),
                instrument,
                hit.table(),
                hit.version(),
                hit.rule(),
                hit.ruleText(),
                results));
    }

    private static void refuseUnknown(Family family, Map<String, String> given) {
        Violations violations = new Violations();
        given.forEach((fact, value) -> {
            if (!family.facts().contains(fact)) {
                violations.add(fact, value, "没有这项事实；可以填写：" + String.join("、", family.facts()));
            }
        });
        violations.throwIfAny();
    }

    private Family family(String name) {
        Family family = families.get(name);
        if (family == null) {
            throw ProblemException.invalid("family", name, "没有这一类决策；现有：" + String.join("、", families.keySet()));
        }
        return family;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
